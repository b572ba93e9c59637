//! A large file in pieces: all of what was seen, or visibly not all.

use playbook::source::{Asset, PIECE_BYTES};

use super::OnDisk;

const PATH: &str = "static/big.pdf";

/// Longer than three pieces and no multiple of one.
fn bytes(of: u8) -> Vec<u8> {
    vec![of; usize::try_from(PIECE_BYTES * 3 + 17).unwrap()]
}

fn seen(disk: &OnDisk) -> Asset {
    disk.load().assets[PATH].clone()
}

fn on_disk() -> OnDisk {
    let disk = OnDisk::new(&[]);
    disk.write(PATH, bytes(1));
    disk
}

#[test]
fn its_pieces_are_the_file() {
    let disk = on_disk();
    let pieces: Vec<_> = seen(&disk).pieces().unwrap().map(Result::unwrap).collect();
    assert_eq!(pieces.iter().map(Vec::len).collect::<Vec<_>>(), [65536, 65536, 65536, 17]);
    assert_eq!(pieces.concat(), bytes(1));
}

#[test]
fn a_file_that_was_written_since_has_none() {
    let disk = on_disk();
    let asset = seen(&disk);
    for other in [bytes(2), b"short".to_vec(), [bytes(1), bytes(1)].concat()] {
        disk.write(PATH, other);
        assert!(asset.pieces().is_err());
    }
    // Written again, but not changed.
    disk.write(PATH, bytes(1));
    assert_eq!(asset.pieces().unwrap().map(Result::unwrap).collect::<Vec<_>>().concat(), bytes(1));
    std::fs::remove_file(disk.root().join(PATH)).unwrap();
    assert!(asset.pieces().is_err());
}

#[test]
fn a_file_that_is_written_meanwhile_lacks_its_last_piece() {
    for other in [bytes(2), b"short".to_vec()] {
        let disk = on_disk();
        let mut pieces = seen(&disk).pieces().unwrap();
        assert!(pieces.next().unwrap().is_ok());
        disk.write(PATH, other);
        let rest: Vec<_> = pieces.by_ref().collect();
        assert!(rest.last().unwrap().is_err());
        assert!(pieces.next().is_none());
    }
}

#[test]
fn a_file_that_is_replaced_meanwhile_is_read_to_its_end() {
    let disk = on_disk();
    let mut pieces = seen(&disk).pieces().unwrap();
    let first = pieces.next().unwrap().unwrap();
    disk.write("static/new.pdf", bytes(2));
    std::fs::rename(disk.root().join("static/new.pdf"), disk.root().join(PATH)).unwrap();
    let rest = pieces.map(Result::unwrap).collect::<Vec<_>>().concat();
    assert_eq!([first, rest].concat(), bytes(1));
}
