//! The page can reach nothing: whatever is tried, in the page or in a worker, the policy refuses it.

use crate::atlas::Atlas;
use crate::driver::Browser;
use serde_json::json;
use std::io::{ErrorKind, Read};
use std::net::TcpListener;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// Every way out that a script knows, each answered with what became of it. `where` is added to the address.
const TRY_EVERYTHING: &str = r"(async (address, where) => {
  const outcome = {};
  const settle = (name, promise) => promise.then(() => outcome[name] = 'went out', () => outcome[name] = 'refused');
  const limit = promise => Promise.race([promise, new Promise((_, no) => setTimeout(no, 2000))]);
  await settle('fetch', limit(fetch(address + '/fetch' + where)));
  await settle('request', limit(new Promise((yes, no) => {
    const request = new XMLHttpRequest();
    request.onload = yes; request.onerror = no;
    request.open('GET', address + '/request' + where); request.send();
  })));
  await settle('socket', limit(new Promise((yes, no) => {
    const socket = new WebSocket(address.replace('http', 'ws') + '/socket' + where);
    socket.onopen = yes; socket.onerror = no;
  })));
  return outcome;
})";

/// The ways out that only a page has.
const TRY_MORE: &str = r"(async address => {
  // Firefox throws where Chromium answers false or drops it.
  try { navigator.sendBeacon(address + '/beacon', 'x'); } catch (refused) {}
  const loads = (name, key) => new Promise(done => {
    const element = document.createElement(name);
    element.onload = () => done('went out'); element.onerror = () => done('refused');
    element[key] = address + '/' + name;
    if (name === 'link') element.rel = 'stylesheet';
    document.head.append(element);
    setTimeout(() => done('refused'), 2000);
  });
  const outcome = { img: await loads('img', 'src'), script: await loads('script', 'src'), link: await loads('link', 'href') };
  return outcome;
})";

/// Firefox throws where Chromium only refuses. A form leads elsewhere, so it comes last.
const SUBMIT_A_FORM: &str = r"(address => {
  const form = document.createElement('form');
  form.action = address + '/form'; document.body.append(form);
  try { form.submit(); } catch (refused) {}
})";

#[test]
fn nothing_leaves_chromium() {
    everything_is_refused(&Browser::chromium());
}

#[test]
fn nothing_leaves_chromium_92() {
    everything_is_refused(&Browser::chromium_92());
}

#[test]
fn nothing_leaves_firefox() {
    everything_is_refused(&Browser::firefox());
}

/// Someone listens on this machine, and hears nobody. A worker is made as the page makes its own, from a blob.
fn everything_is_refused(browser: &Browser) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener
        .set_nonblocking(true)
        .expect("a listener that does not wait");
    let address = json!(format!(
        "http://{}",
        listener.local_addr().expect("its address")
    ));
    let atlas = Atlas::open(browser);
    atlas.use_sample();
    atlas.assert_quiet();
    let all_refused = json!({ "fetch": "refused", "request": "refused", "socket": "refused" });
    assert_eq!(
        atlas.value(&format!("{TRY_EVERYTHING}({address}, '-page')")),
        all_refused
    );
    let source = json!(format!(
        "{TRY_EVERYTHING}({address}, '-worker').then(postMessage)"
    ));
    let in_worker = atlas.value(&format!(
        "new Promise((done, failed) => {{ const worker = new Worker(URL.createObjectURL(new Blob([{source}])));
         worker.onmessage = e => done(e.data); worker.onerror = e => failed(e.message); }})"
    ));
    assert_eq!(in_worker, all_refused);
    let more = atlas.value(&format!("{TRY_MORE}({address})"));
    assert_eq!(
        more,
        json!({ "img": "refused", "script": "refused", "link": "refused" })
    );
    assert_eq!(connections(&listener), Vec::<String>::new());
    atlas.value(&format!("{SUBMIT_A_FORM}({address})"));
    // Chromium opens a connection ahead of any navigation, before it asks the policy; not a byte is sent over it.
    let said = connections(&listener);
    assert!(said.iter().all(String::is_empty), "{said:?}");
    policy_was_named(&atlas);
}

/// What those who connect within half a second say.
fn connections(listener: &TcpListener) -> Vec<String> {
    let patience = Duration::from_millis(500);
    let deadline = Instant::now() + patience;
    let mut heard = Vec::new();
    while Instant::now() < deadline {
        if let Ok((mut stream, _)) = listener.accept() {
            stream.set_read_timeout(Some(patience)).expect("a limit");
            let mut said = [0; 400];
            heard.push(match stream.read(&mut said) {
                Ok(length) => String::from_utf8_lossy(&said[..length]).into_owned(),
                // Whoever says nothing in that time says nothing; one that breaks off may have said something.
                Err(error)
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    String::new()
                }
                Err(error) => format!("broken off: {error}"),
            });
        }
        sleep(Duration::from_millis(50));
    }
    heard
}

/// It was the policy that refused, not a network that is down: the browser says so. Some tell of the page's attempts,
/// others of the worker's too.
fn policy_was_named(atlas: &Atlas) {
    let said = atlas.errors();
    let named = |line: &&String| {
        line.contains("Content Security Policy") || line.contains("Content-Security-Policy")
    };
    assert!(said.iter().filter(named).count() >= 3, "{said:?}");
}
