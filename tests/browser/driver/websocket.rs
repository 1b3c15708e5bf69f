//! Messages to and from a browser: JSON over one websocket, answers told from events by their `id`.

use serde_json::{Value, json};
use std::io::ErrorKind;
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

/// How long a browser may take to answer one command.
pub const COMMAND_LIMIT: Duration = Duration::from_secs(60);

/// One websocket to one browser.
pub struct Connection {
    socket: WebSocket<TcpStream>,
    last_id: u64,
}

impl Connection {
    /// Connects to `ws://host:port/path`.
    pub fn open(address: &str) -> Connection {
        let host = address
            .strip_prefix("ws://")
            .and_then(|rest| rest.split('/').next());
        let host = host.unwrap_or_else(|| panic!("{address} is not a ws:// address"));
        let stream = TcpStream::connect(host)
            .unwrap_or_else(|error| panic!("{address} does not answer: {error}"));
        stream.set_nodelay(true).expect("a socket option");
        stream
            .set_read_timeout(Some(COMMAND_LIMIT))
            .expect("a socket option");
        // Screenshots and PDFs come in one frame, beyond the default limits.
        let config = WebSocketConfig::default()
            .max_message_size(None)
            .max_frame_size(None);
        let (socket, _) = tungstenite::client::client_with_config(address, stream, Some(config))
            .unwrap_or_else(|error| panic!("{address} refuses the websocket: {error}"));
        Connection { socket, last_id: 0 }
    }

    /// Sends a command and gives the id its answer will carry. `session` is DevTools' way to address one page.
    pub fn send(&mut self, session: Option<&str>, method: &str, params: Value) -> u64 {
        self.last_id += 1;
        let mut command = json!({ "id": self.last_id, "method": method, "params": params });
        if let Some(session) = session {
            command["sessionId"] = json!(session);
        }
        self.socket
            .send(Message::text(command.to_string()))
            .unwrap_or_else(|error| panic!("the browser is gone ({error}) before {method}"));
        self.last_id
    }

    /// The next message, or `None` when none has come by `deadline`.
    pub fn receive(&mut self, deadline: Instant) -> Option<Value> {
        loop {
            // A timeout of zero is refused; one millisecond empties what has already arrived.
            let left = deadline
                .saturating_duration_since(Instant::now())
                .max(Duration::from_millis(1));
            self.socket
                .get_ref()
                .set_read_timeout(Some(left))
                .expect("a socket option");
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    return Some(serde_json::from_str(&text).expect("a browser speaks JSON"));
                }
                Ok(_) => {}
                Err(Error::Io(error))
                    if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) =>
                {
                    return None;
                }
                Err(error) => panic!("the browser is gone: {error}"),
            }
        }
    }
}
