//! What a page should not hold: keys, mail addresses, phone and account numbers. The
//! text of a body enters; places leave, in order, each with what it looks like.
//! Deliberately absent: names of people and companies, which no shape gives away, and
//! front matter, whose fields hold contacts on purpose.

mod accounts;
mod contacts;
mod keys;
mod value;

use std::collections::BTreeSet;
use std::ops::Range;

pub(super) use value::SensitiveValue;

/// More than anybody mends in one go; the others are told when these are gone.
const MAX_VALUES: usize = 100;

/// Looks through a range of a file. The same value is told once, where it stands first.
pub(super) fn find(text: &str, range: Range<usize>, allowed: &[String]) -> Vec<SensitiveValue> {
    let start = range.start;
    let body = text.get(range).unwrap_or_default();
    let mut found = Vec::new();
    // Keys and accounts first: digits inside one of them are no phone number.
    keys::find(body, &mut found);
    accounts::find(body, &mut found);
    contacts::mail(body, allowed, &mut found);
    contacts::phone(body, &mut found);
    let mut found = without_overlaps(found);
    let mut known = BTreeSet::new();
    found.retain(|value| known.insert(body.get(value.range.clone())));
    found.truncate(MAX_VALUES);
    for value in &mut found {
        value.range = value.range.start + start..value.range.end + start;
    }
    found
}

/// In the order of the text; of two in one place the one that was found first.
fn without_overlaps(found: Vec<SensitiveValue>) -> Vec<SensitiveValue> {
    let mut found: Vec<(usize, SensitiveValue)> = found.into_iter().enumerate().collect();
    found.sort_by_key(|(number, value)| (value.range.start, *number));
    let mut kept: Vec<(usize, SensitiveValue)> = Vec::with_capacity(found.len());
    for (number, value) in found {
        match kept.last_mut() {
            Some((before, last)) if value.range.start < last.range.end => {
                if number < *before {
                    (*before, *last) = (number, value);
                }
            }
            _ => kept.push((number, value)),
        }
    }
    kept.into_iter().map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::find;

    /// What is found in a text, without its place.
    fn shapes(text: &str) -> Vec<String> {
        let allowed = ["northgate.com".to_owned()];
        let found = find(text, 0..text.len(), &allowed);
        found
            .iter()
            .map(|value| format!("{:?} {}", value.shape, text.get(value.range.clone()).unwrap()))
            .collect()
    }

    #[test]
    fn keys_are_known_by_their_beginning_and_the_chance_in_them() {
        for key in [
            "sk-proj-abcdEFGH1234567890abcdEFGH1234567890",
            "sk-ant-api03-Zq8vT1kR5mW0xB7nC3dL9pY2fH6jS4aG-Xw",
            "AKIAQ3EGRZ7XN5PLM2WD",
            "ghp_9fK2mQ7xR4vT1zB8nC5dW0pL3yH6jS2aG9eU",
            "github_pat_11ABCDE0Q9fK2mQ7xR4v_T1zB8nC5dW0pL3yH6jS2aG9eU",
            "glpat-9fK2mQ7xR4vT1zB8nC5d",
            "xoxb-2345678901-3456789012-9fK2mQ7xR4vT1zB8nC5dW0pL",
            "AIzaSyB9fK2mQ7xR4vT1zB8nC5dW0pL3yH6jS2a",
            "sk_live_9fK2mQ7xR4vT1zB8nC5dW0pL",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9.9fK2mQ7xR4vT1zB8nC5dW0pL3yH6",
        ] {
            assert_eq!(shapes(&format!("Use {key} here.")).len(), 1, "{key}");
            assert_eq!(shapes(&format!("KEY=\"{key}\"")).len(), 1, "{key}");
        }
        for other in [
            "sk-your-api-key-goes-here-please",
            "sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "risk-assessment-of-2026-and-2027-with-a-long-name",
            "ghp_and_others",
            "AKIA",
            "7154581557679210496-6",
        ] {
            assert_eq!(shapes(&format!("Use {other} here.")), [""; 0], "{other}");
        }
    }

    #[test]
    fn a_label_tells_a_secret_without_a_shape() {
        for secret in [
            "api_key = 9fK2mQ7xR4vT1zB8nC5d",
            "API key: `9fK2mQ7xR4vT1zB8nC5d`",
            "**Password:** Sommer2026!",
            "Authorization: Bearer 9fK2mQ7xR4vT1zB8nC5dW0pL",
            "\"client_secret\": \"9fK2mQ7xR4vT1zB8nC5d\"",
            "Kennwort: Winter#2027",
            "postgres://crm:k9Wq2mT7@db.northgate.com/crm",
            "-----BEGIN RSA PRIVATE KEY-----",
        ] {
            assert_eq!(shapes(secret).len(), 1, "{secret}");
        }
        for other in [
            "password: {{password}}",
            "Password: ask the desk",
            "Passwords: in 1Password",
            "token: number of words",
            "Key: CRM-1234",
            "https://user:password@example.com/",
            "api_key = YOUR_API_KEY_GOES_HERE",
        ] {
            assert_eq!(shapes(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn a_mail_address_is_somebodys_unless_its_domain_is_allowed_or_nobodys() {
        for address in ["jane.doe@acme-customer.com", "J.Doe+crm@mail.customer.co.uk"] {
            assert_eq!(shapes(&format!("Write to <{address}>.")).len(), 1, "{address}");
            assert_eq!(shapes(&format!("[x](mailto:{address}?subject=a)")).len(), 1, "{address}");
        }
        for other in [
            "help@northgate.com",
            "help@eu.northgate.com",
            "jane@example.com",
            "jane@customer.example",
            "name@yourcompany.com",
            "git@github.com:northgate/playbook.git",
            "shot@2x.png",
            "@m-osei and @northgate/sales",
            "{{name}}@customer.com",
            "tool@1.2.3",
        ] {
            assert_eq!(shapes(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn a_phone_number_is_told_from_other_numbers() {
        for number in [
            "+44 7700 900123",
            "+49 (0)30 1234567",
            "+1-212-555-0123",
            "+447700900123",
            "0049 30 1234567",
            "(212) 555-0123",
            "212-555-0123",
            "07700 900123",
            "0171/2345678",
            "Tel. 2345678",
            "Telefon: 30 12 34 56",
        ] {
            let found = shapes(&format!("She is at {number}, mornings."));
            assert!(
                matches!(found.as_slice(), [one] if one.starts_with("Phone")),
                "{number} {found:?}"
            );
        }
        for other in [
            "2026-11-30",
            "01.12.2026",
            "2026-11-30 14:00:00",
            "+10 000 000",
            "1 234 567 890",
            "v1.2.3-4567",
            "PO 4500012345",
            "192.168.100.200",
            "https://northgate.com/a/0171-2345678",
            "7154581557679210496-6",
            "978-3-16-148410-0",
            "(2024) 120-130",
        ] {
            assert_eq!(shapes(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn an_account_is_known_by_its_checksum() {
        let found = shapes("Pay to DE89 3704 0044 0532 0130 00 or GB82WEST12345698765432 now.");
        assert_eq!(found, ["Iban DE89 3704 0044 0532 0130 00", "Iban GB82WEST12345698765432"],);
        assert_eq!(
            shapes("Card 4242 4242 4242 4242, or 378282246310005."),
            ["Card 4242 4242 4242 4242", "Card 378282246310005",]
        );
        for other in ["DE88 3704 0044 0532 0130 00", "4242 4242 4242 4241", "1234567890123456"] {
            assert_eq!(shapes(other), [""; 0], "{other}");
        }
    }

    #[test]
    fn a_value_is_told_once() {
        assert_eq!(shapes("a@customer.com, b@customer.com, a@customer.com").len(), 2);
    }
}
