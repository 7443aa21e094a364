// The live channel: tells a page that something changed, never what. The page asks for that itself.
//
// listen(address, heard, { renew }): calls heard(topic, about) for each signal, and heard("", "")
// whenever signals may have been missed: each time that the line opens, and every five seconds as
// long as it cannot. renew() gives a promise of a fresh address; an address ends after ten minutes.
// What listen returns ends it.

const BACK_OFF = [500, 1000, 2000, 5000, 10000, 20000]; // milliseconds before the next try
const PATIENCE = 10000; // a line that says nothing for so long is held up by something between
const POLL = 5000;
const HIDDEN = 60000; // a page out of sight for so long stops listening

export const listen = (address, heard, { renew } = {}) => {
  let source = null, tries = 0, ended = false;
  let retry = 0, patience = 0, poll = 0, hidden = 0;

  const isOpen = () => source !== null;

  const polling = (on) => {
    clearInterval(poll);
    poll = on ? setInterval(() => { if (!document.hidden) heard("", ""); }, POLL) : 0;
  };

  const close = () => {
    clearTimeout(retry);
    clearTimeout(patience);
    source?.close();
    source = null;
  };

  const fresh = async () => {
    const given = await renew?.().catch(() => null);
    if (given) address = given;
    return Boolean(given);
  };

  const open = () => {
    close();
    if (ended || !address) return;
    const mine = source = new EventSource(address);
    patience = setTimeout(() => again(), PATIENCE);
    mine.addEventListener("here", () => {
      clearTimeout(patience);
      tries = 0;
      polling(false);
      heard("", "");
    });
    mine.addEventListener("message", ({ data }) => heard(...JSON.parse(data)));
    mine.addEventListener("end", () => {
      close();
      begin();
    });
    mine.addEventListener("error", () => { if (mine === source) again(); });
  };

  // A first try may use the address that we have; after that it may be the address that is old.
  const begin = async () => {
    if (!(await fresh()) && renew) again();
    else open();
  };

  const again = () => {
    close();
    if (ended) return;
    const wait = BACK_OFF[Math.min(tries++, BACK_OFF.length - 1)];
    if (tries > 2 && !poll) polling(true);
    retry = setTimeout(tries > 1 ? begin : open, wait * (0.5 + Math.random()));
  };

  const stop = () => {
    close();
    polling(false);
  };

  const look = () => {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(stop, HIDDEN);
    else if (!isOpen()) open();
  };
  const wake = () => {
    tries = 0;
    open();
  };
  const back = ({ persisted }) => { if (persisted) wake(); };

  document.addEventListener("visibilitychange", look);
  addEventListener("online", wake);
  addEventListener("pagehide", stop);
  addEventListener("pageshow", back);
  open();

  return () => {
    ended = true;
    stop();
    clearTimeout(hidden);
    document.removeEventListener("visibilitychange", look);
    removeEventListener("online", wake);
    removeEventListener("pagehide", stop);
    removeEventListener("pageshow", back);
  };
};
