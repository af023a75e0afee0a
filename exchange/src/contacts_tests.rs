use super::*;

fn names(contacts: &[Contact]) -> Vec<Option<&str>> {
    contacts.iter().map(|one| one.alias.as_ref().map(ShortText::as_str)).collect()
}

fn shown(contact: &Contact) -> [Option<&str>; 3] {
    [&contact.alias, &contact.phone, &contact.email].map(|text| text.as_ref().map(ShortText::as_str))
}

fn problems(contact: &Contact) -> Vec<(&str, &str)> {
    contact.problems.iter().map(|problem| (problem.pointer.as_str(), problem.code.code())).collect()
}

fn refused(read: Result<Vec<Contact>>) -> &'static str {
    let Err(Error::Invalid(errors)) = read else { panic!("was read") };
    errors[0].code.code()
}

#[test]
fn cards_of_every_version_are_read() {
    let contacts = read_vcards(
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:de=20Vries;Zo=C3=AB;;;\r\n\
         FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB de =\r\nVries\r\nTEL;WORK;VOICE:020 1234567\r\n\
         TEL;CELL:06 12345678\r\nTEL;WORK;FAX:020 7654321\r\nEMAIL;INTERNET:zoe@example.nl\r\nBDAY:1950-01-01\r\n\
         NOTE;ENCODING=QUOTED-PRINTABLE:geheim=0D=0A=\r\nFN:Iemand anders\r\n\
         PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQEASABIAAD/\r\n HRofHh0aHBwgJC4nICIs\r\n\r\nEND:VCARD\r\n\
         begin:vcard\nversion:3.0\nn:Smit;Bram;;;\nitem1.TEL;type=pref:+31 6 8765\n 4321\nitem1.X-ABLabel:_$!<Mobile>!$_\n\
         TEL;TYPE=HOME:020 1111111\nTEL;type=pref:+31 6 87654321\nEMAIL;type=HOME:bram@exam\n\tple.nl\nCATEGORIES:Buren,Koor\nend:vcard\n\
         BEGIN:VCARD\nVERSION:4.0\nFN:Carla\\, de buurvrouw\nTEL;VALUE=uri;TYPE=\"voice,home\":tel:+31-20-123-4567;ext=1\nEMAIL:mailto:c@example.nl\nEND:VCARD\n",
    )
    .unwrap();
    assert_eq!(shown(&contacts[0]), [Some("Zoë de Vries"), Some("06 12345678"), Some("zoe@example.nl")]);
    assert_eq!(contacts[0].other_phones[0].as_str(), "020 1234567");
    assert_eq!(contacts[0].other_phones.len(), 1, "a fax is not called");
    assert_eq!(shown(&contacts[1]), [Some("Bram Smit"), Some("+31 6 87654321"), Some("bram@example.nl")]);
    assert_eq!(contacts[1].relationship, Some(Relationship::Neighbour));
    assert_eq!(contacts[1].other_phones.iter().map(ShortText::as_str).collect::<Vec<_>>(), ["020 1111111"]);
    assert_eq!(shown(&contacts[2]), [Some("Carla, de buurvrouw"), Some("+31-20-123-4567"), Some("c@example.nl")]);
    assert!(contacts.iter().all(|contact| contact.problems.is_empty()), "{contacts:?}");
}

#[test]
fn a_card_without_a_name_gets_one_from_its_other_properties() {
    let card = |lines: &str| format!("BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n");
    let contacts = read_vcards(
        &[
            card("FN:\nN:van der Berg;Anna;Maria;;"),
            card("N:;;;;\nNICKNAME:Ome Jan,Jan\nORG:De Linde"),
            card("ORG:Thuiszorg De Linde;wijkteam\nTEL:020 1"),
            card("TEL:06 12345678"),
            card("EMAIL:x@example.nl"),
            card("N;ENCODING=QUOTED-PRINTABLE:Jans=C3=A9n;Piet"),
            card("X-EMPTY:yes"),
        ]
        .concat(),
    )
    .unwrap();
    let expected =
        [Some("Anna Maria van der Berg"), Some("Ome Jan"), Some("Thuiszorg De Linde"), None, None, Some("Piet Jansén")];
    assert_eq!(names(&contacts), expected);
    assert_eq!(contacts[2].relationship, Some(Relationship::Organisation));
    assert_eq!(contacts[1].relationship, None);
    assert_eq!(problems(&contacts[3]), [("/alias", "required")]);
}

#[test]
fn an_unterminated_card_does_not_swallow_the_next() {
    let contacts = read_vcards(
        "rommel\nBEGIN:VCARD\nVERSION:3.0\nFN:Anna\nTEL:06 1\nBEGIN:VCARD\nVERSION:3.0\nFN:Bram\nEND:VCARD\nBEGIN:VCARD\nFN:Carla",
    )
    .unwrap();
    assert_eq!(names(&contacts), [Some("Anna"), Some("Bram"), Some("Carla")]);
    let cut: Vec<_> = contacts.iter().map(problems).collect();
    assert_eq!(cut, [vec![("", "incomplete")], vec![], vec![("", "incomplete")]]);
}

#[test]
fn what_cannot_be_stored_is_reported_and_omitted() {
    let name = "n".repeat(201);
    let card = format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL:\u{7}12\nEMAIL:zo\u{FFFD}@example.nl\nEND:VCARD\n");
    let contacts = read_vcards(&card).unwrap();
    assert_eq!(shown(&contacts[0]), [None; 3]);
    assert_eq!(problems(&contacts[0]), [("/alias", "too-long"), ("/phone", "format"), ("/email", "undecodable")]);
}

#[test]
fn there_is_a_limit_and_a_file_of_nothing_is_refused() {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n";
    assert_eq!(read_vcards(&card.repeat(MAX_CONTACTS)).unwrap().len(), MAX_CONTACTS);
    assert_eq!(refused(read_vcards(&card.repeat(MAX_CONTACTS + 1))), "too-many");
    for text in ["", "hallo", "BEGIN:VCALENDAR\nEND:VCALENDAR\n", "BEGIN:VCARD", "BEGIN:VCARD\nEND:VCARD\n"] {
        assert_eq!(refused(read_vcards(text)), "no-contacts", "{text}");
    }
    let commas = format!("BEGIN:VCARD\nN:{}\nEND:VCARD\n", ",".repeat(50_001));
    assert_eq!(refused(read_vcards(&commas)), "too-many");
    let table = format!("Voornaam\n{}", "Anna\n".repeat(MAX_CONTACTS + 1));
    assert_eq!(refused(read_contact_table(&table)), "too-many");
    for text in ["", "key;alias\n1;Anna\n", "Voornaam\n"] {
        assert_eq!(refused(read_contact_table(text)), "no-contacts", "{text}");
    }
}

#[test]
fn googles_table_is_read() {
    let contacts = read_contact_table(
        "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n\
         Anna,,de Vries,,,,1950-01-01,\"regel een\nregel twee\",https://x,Familie ::: * myContacts,* Home,anna@example.nl ::: a@example.nl,,,Work,020 1234567,Mobile,06 12345678\n\
         ,,,,,Huisarts Smit,,,,,,,,,Work Fax,020 2,Main,020 1\n\
         ,,,,,,,,,,,,,,,,,\n",
    )
    .unwrap();
    assert_eq!(shown(&contacts[0]), [Some("Anna de Vries"), Some("06 12345678"), Some("anna@example.nl")]);
    assert_eq!(contacts[0].other_emails[0].as_str(), "a@example.nl");
    assert_eq!(contacts[0].relationship, Some(Relationship::OtherFamily));
    assert_eq!(shown(&contacts[1]), [Some("Huisarts Smit"), Some("020 1"), None]);
    assert_eq!((contacts[1].relationship, contacts.len()), (Some(Relationship::Organisation), 2));
}

#[test]
fn googles_older_table_is_read() {
    let contacts = read_contact_table(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value\n\
         Zoë Jansen,Zoë,Jansen,* myContacts ::: Friends,* ,zoe@example.nl,Mobile,06 1 ::: 06 2\n",
    )
    .unwrap();
    assert_eq!(shown(&contacts[0]), [Some("Zoë Jansen"), Some("06 1"), Some("zoe@example.nl")]);
    assert_eq!(contacts[0].other_phones[0].as_str(), "06 2");
    assert_eq!(contacts[0].relationship, Some(Relationship::Friend));
}

#[test]
fn outlooks_tables_are_read_in_both_languages() {
    for table in [
        "\"First Name\",\"Middle Name\",\"Last Name\",\"Company\",\"Business Fax\",\"Business Phone\",\"Home Phone\",\"Mobile Phone\",\"Assistant's Phone\",\"Categories\",\"E-mail Address\",\"E-mail Type\",\"E-mail Display Name\",\"E-mail 2 Address\"\r\n\
         \"Bram\",\"van der\",\"Smit\",\"De Linde\",\"9\",\"020 1\",\"020 2\",\"06 3\",\"020 9\",\"Friends;Koor\",\"bram@example.nl\",\"SMTP\",\"Bram (bram@example.nl)\",\"b@example.nl\"\r\n",
        "\"Voornaam\";\"Middelste naam\";\"Achternaam\";\"Bedrijf\";\"Fax op werk\";\"Telefoon op werk\";\"Telefoon thuis\";\"Mobiele telefoon\";\"Telefoon assistent\";\"Categorieën\";\"E-mailadres\";\"E-mailtype\";\"E-mail, weergavenaam\";\"E-mailadres 2\"\r\n\
         \"Bram\";\"van der\";\"Smit\";\"De Linde\";\"9\";\"020 1\";\"020 2\";\"06 3\";\"020 9\";\"Vrienden\";\"bram@example.nl\";\"SMTP\";\"Bram (bram@example.nl)\";\"b@example.nl\"\r\n",
    ] {
        let contacts = read_contact_table(table).unwrap();
        assert_eq!(shown(&contacts[0]), [Some("Bram van der Smit"), Some("06 3"), Some("bram@example.nl")]);
        let phones: Vec<_> = contacts[0].other_phones.iter().map(ShortText::as_str).collect();
        assert_eq!(phones, ["020 2", "020 1"]);
        let emails: Vec<_> = contacts[0].other_emails.iter().map(ShortText::as_str).collect();
        assert_eq!((emails, contacts[0].relationship), (vec!["b@example.nl"], Some(Relationship::Friend)));
    }
}

#[test]
fn an_unclosed_quote_in_a_table_of_contacts_is_rejected() {
    assert_eq!(refused(read_contact_table("Voornaam;Achternaam\nAnna;\"Smit\nBram;Smit\n")), "unclosed-quote");
}
