//! A limit on connections: so many at a time, and so many of one address, so that
//! whoever takes all that an address may have leaves room for the others.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How many there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bounds {
    pub total: usize,
    pub per_address: usize,
}

/// Who is there.
#[derive(Debug)]
pub(super) struct ConnectionLimit {
    bounds: Bounds,
    present: Mutex<BTreeMap<IpAddr, usize>>,
}

/// One place, until it is dropped.
#[derive(Debug)]
pub(super) struct Permit {
    room: Arc<ConnectionLimit>,
    owner: IpAddr,
}

impl ConnectionLimit {
    pub(super) fn new(bounds: Bounds) -> Arc<Self> {
        Arc::new(Self { bounds, present: Mutex::default() })
    }

    /// A place for this address, if there is one left.
    pub(super) fn enter(self: &Arc<Self>, address: IpAddr) -> Option<Permit> {
        let owner = owner(address);
        let mut present = self.present();
        let own = present.get(&owner).copied().unwrap_or_default();
        // Summed up each time: there are few addresses, and a second count could go astray.
        let all: usize = present.values().sum();
        if own >= self.bounds.per_address || all >= self.bounds.total {
            return None;
        }
        present.insert(owner, own + 1);
        Some(Permit { room: Arc::clone(self), owner })
    }

    fn present(&self) -> MutexGuard<'_, BTreeMap<IpAddr, usize>> {
        self.present.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut present = self.room.present();
        match present.get_mut(&self.owner) {
            Some(count) if *count > 1 => *count -= 1,
            // Taken out at zero, or the table would grow with every address that ever came.
            _ => drop(present.remove(&self.owner)),
        }
    }
}

/// Who is behind an address: of IPv6, one machine has a whole /64.
fn owner(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            IpAddr::V6(Ipv6Addr::from_bits(address.to_bits() & (u128::MAX << 64)))
        }
        address @ IpAddr::V4(_) => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn one_address_cannot_take_all_and_gives_back_what_it_took() {
        let room = ConnectionLimit::new(Bounds { total: 5, per_address: 2 });
        let (one, another) = (address("127.0.0.1"), address("127.0.0.2"));
        let taken = [room.enter(one), room.enter(one)];
        assert!(taken.iter().all(Option::is_some));
        assert!(room.enter(one).is_none());
        assert!(room.enter(another).is_some());
        drop(taken);
        assert!(room.enter(one).is_some());
        assert_eq!(*room.present(), BTreeMap::new(), "nobody is remembered who has left");
    }

    #[test]
    fn all_together_are_bounded_too() {
        let room = ConnectionLimit::new(Bounds { total: 3, per_address: 2 });
        let places: Vec<_> = (1..=4).map(|n| room.enter(address(&format!("10.0.0.{n}")))).collect();
        assert_eq!(places.iter().flatten().count(), 3);
    }

    #[test]
    fn an_address_is_one_machines() {
        let owner = |text| owner(address(text));
        assert_eq!(owner("2001:db8::1"), owner("2001:db8::ffff:2"));
        assert_ne!(owner("2001:db8::1"), owner("2001:db8:0:1::1"));
        assert_eq!(owner("::ffff:10.0.0.1"), owner("10.0.0.1"));
        assert_ne!(owner("10.0.0.1"), owner("10.0.0.2"));
    }
}
