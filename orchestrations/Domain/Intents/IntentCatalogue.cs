namespace HelpDesk.Orchestrations.Domain.Intents;

/// <summary>
/// Everything a ticket can be about: the closed list of the product. Runbooks are checked against it, the language model's prompt and schema
/// and docs/intents.md are made from it, and the training examples are labelled with its ids.
/// </summary>
public static class IntentCatalogue
{
    /// <summary>The intent that means: none of the others.</summary>
    public const string Unknown = "unknown";

    private static readonly Dictionary<string, IntentDescription> ById;

    static IntentCatalogue()
    {
        All = [.. Identity(), .. Device(), .. SoftwareNetworkAndEquipment(), .. Other()];
        ById = All.ToDictionary(static intent => intent.Id, StringComparer.Ordinal);
    }

    /// <summary>All intents, in the order of the page and the prompt.</summary>
    public static IReadOnlyList<IntentDescription> All { get; }

    /// <summary>The intent of an id (exact, case-sensitive); null when there is none.</summary>
    public static IntentDescription? Find(string? id) => id is not null && ById.TryGetValue(id, out var intent) ? intent : null;

    private static IntentDescription Remediable(string id, string title, string description, params string[] examples) => new(id, title, description, examples, true);

    private static IntentDescription Informing(string id, string title, string description, params string[] examples) => new(id, title, description, examples, false);

    private static IntentDescription[] Identity() =>
    [
        Remediable("identity.password-forgotten", "Password forgotten",
            "The writer no longer knows their own password or it expired unchanged; a known password that is refused is identity.sign-in-problem, too many wrong attempts are identity.locked-out.",
            "I can't remember my Windows password after the holidays.", "Ich habe mein Kennwort vergessen und brauche ein neues.", "My password expired while I was away and I cannot set a new one."),
        Remediable("identity.locked-out", "Account locked out",
            "The writer's own account is locked, mostly after wrong attempts; locked service accounts, documents, orders or mails are not it.",
            "My account is locked after too many attempts.", "Mi cuenta está bloqueada, ¿pueden desbloquearla?", "It says the referenced account is currently locked out."),
        Remediable("identity.sign-in-problem", "Sign-in problem",
            "Sign-in fails for another or an unclear reason though the password is known: error codes, loops, old password remembered by a device after a change.",
            "I can't log in and I don't know why, the password is right.", "Since I changed my password, mail on my phone keeps asking.", "AADSTS50105 when I open the portal."),
        Remediable("identity.compromised", "Account compromised",
            "Someone else uses or may use the writer's account: password typed into a phishing page, unknown sign-ins, mails sent in their name; a suspicious mail no one answered is security.report.",
            "I entered my password on a fake page.", "There are sign-ins from a country I have never been to.", "Von meinem Konto gehen Mails raus, die ich nicht geschrieben habe."),
        Remediable("identity.mfa-lost", "Second factor lost or broken",
            "The second factor does not work or is gone while there is no new phone to set up: no codes, no prompts, lost token, app deleted.",
            "I get no approval prompt in the authenticator.", "J'ai supprimé l'application d'authentification.", "My security key is broken and I cannot confirm sign-ins."),
        Remediable("identity.new-phone", "Authenticator on a new phone",
            "The writer has a new phone or number and wants to move the second factor to it.",
            "New phone, how do I move the authenticator?", "Neues Handy, die Authenticator-App muss umziehen.", "He cambiado de móvil y necesito registrar el autenticador."),
        Remediable("identity.group-access", "Access to a group, folder or mailbox",
            "Asks for membership in a group, distribution list or team, or for access to a share, folder, site or shared mailbox; a whole application is identity.app-access.",
            "Please add me to the finance distribution list.", "Ich brauche Zugriff auf den Ordner Einkauf.", "I need access to the shared mailbox of the front desk."),
        Remediable("identity.app-access", "Access to an application",
            "Asks to be let into an application or service (VPN, CRM, ERP role); a paid licence is identity.licence, an installation is software.install.",
            "I need access to the CRM.", "Please give me VPN access.", "Necesito un usuario en SAP."),
        Remediable("identity.access-removal", "Access no longer needed",
            "Access of a person who stays is to be taken away: changed role, wrong membership, no longer needed; a person who leaves is identity.leaver.",
            "I moved to another team, please remove my access to payroll.", "Take me off the mailing list.", "Bitte entfernt meine Berechtigung für das alte Projekt."),
        Remediable("identity.licence", "Licence",
            "Asks for a paid licence of a product for a person; licence terms on a screen or an invoice for licences are not it.",
            "I need a Visio licence.", "Ma licence Project a expiré, il m'en faut une nouvelle.", "Please assign me Power BI Pro."),
        Remediable("identity.guest", "Guest or external person",
            "Access for a person outside the organisation: guest account, supplier, consultant, auditor; wifi for visitors is network.problem.",
            "Please invite our auditor as a guest.", "Der Lieferant braucht ein Gastkonto für Teams.", "The consultant's guest account has expired."),
        Informing("identity.joiner", "New colleague",
            "A person begins or comes back: account, equipment and access for the first day.",
            "New colleague starts on Monday, please prepare everything.", "Neue Mitarbeiterin ab dem 1. Mai.", "Alta de usuario para una nueva incorporación."),
        Remediable("identity.leaver", "Leaver",
            "A person leaves or has left: accounts, mail and devices at the end; also when the date was wrong or something must not be deleted yet.",
            "[PERSON_1] leaves on Friday, please close the account.", "Mitarbeiter ausgeschieden, Zugang bitte sperren.", "He left last month and still reads his mail."),
    ];

    private static IntentDescription[] Device() =>
    [
        Remediable("device.lost", "Device lost",
            "A company laptop, phone or tablet cannot be found and no one is known to have taken it; a missing icon or file is software.problem.",
            "I left my laptop on the train.", "Mein Diensthandy ist weg, ich finde es nicht mehr.", "No encuentro el portátil de la empresa."),
        Remediable("device.stolen", "Device stolen",
            "A company device was taken by someone.",
            "My work laptop was stolen from my car.", "Mir wurde das Firmenhandy geklaut.", "On m'a volé mon ordinateur portable."),
        Remediable("device.non-compliant", "Device not compliant",
            "A device is refused because it does not meet the rules: compliance message, encryption, version or pin demanded by the organisation.",
            "Access blocked: your device is not compliant.", "Company Portal says that I must update.", "Mon appareil est marqué non conforme."),
        Remediable("device.malware", "Malware suspected on a device",
            "Signs of malware on the writer's device: virus warning, encrypted files, strange windows, opened attachment that did something; a mail alone is security.report.",
            "My antivirus says that a trojan was found.", "All my files have a strange ending and there is a ransom note.", "Seit dem Anhang öffnen sich Fenster von selbst."),
        Remediable("device.sync", "Device does not get its settings",
            "A managed device does not receive apps, policies, profiles or settings; a mailbox or cloud folder out of step is mail.problem or software.problem.",
            "Intune does not sync on my laptop.", "Die Firmen-Apps kommen nicht auf das Handy.", "The new wifi profile has not arrived on my device."),
        Remediable("device.slow", "Computer slow",
            "The whole computer is slow or freezes; one slow program is software.problem, a slow connection network.problem.",
            "My laptop takes ten minutes to start.", "Der Rechner ist extrem langsam.", "Mon PC rame et se bloque."),
        Remediable("device.bitlocker-recovery", "BitLocker recovery",
            "The computer asks for the disk's recovery key at start.",
            "Blue screen asks for the BitLocker recovery key.", "Der Laptop will einen Wiederherstellungsschlüssel.", "Pide la clave de recuperación de BitLocker."),
        Remediable("device.local-admin-password", "Local administrator",
            "Asks for administrator rights or the local administrator password on a computer.",
            "I need local admin rights on my laptop.", "Wie lautet das lokale Administratorkennwort?", "Necesito permisos de administrador en mi equipo."),
        Remediable("device.passcode", "Phone passcode forgotten",
            "The code that unlocks the screen of a phone or tablet, or its SIM, is forgotten or blocked; the account's password is identity.password-forgotten.",
            "I forgot the PIN of my work phone.", "Handy-Sperrcode vergessen.", "L'iPad est désactivé après plusieurs codes faux."),
    ];

    private static IntentDescription[] SoftwareNetworkAndEquipment() =>
    [
        Informing("software.install", "Software installation",
            "Asks for a program to be installed or updated; access to it is identity.app-access, a paid licence identity.licence.",
            "Please install 7-Zip on my computer.", "Ich brauche Notepad++.", "Need the latest version of AutoCAD."),
        Informing("software.problem", "Software problem",
            "A program or business process does not do what it should: errors, crashes, wrong data, orders, deliveries, tax, reports, interfaces.",
            "Excel crashes when I open the file.", "Purchase order cannot be released, it says blocked.", "Der Lieferschein wird nicht erzeugt."),
        Informing("network.vpn", "VPN does not work",
            "The VPN does not connect or drops; being allowed to use it at all is identity.app-access.",
            "VPN will not connect from home.", "VPN bricht ständig ab.", "El cliente VPN da error al conectar."),
        Informing("network.problem", "Network problem",
            "Wifi, cable, internet, share or site connection of one person or room does not work or is slow; guest wifi too; many people or a site is outage.",
            "No internet in meeting room 3.", "WLAN geht bei mir nicht.", "Network drive is not connected."),
        Informing("mail.problem", "Mail problem",
            "Mail, calendar or mailbox does not work: not sent, not received, quarantined, full, wrong rules.",
            "I do not receive external mail.", "My mailbox is full.", "Please unlock my quarantined mail."),
        Informing("printer.problem", "Printing problem",
            "Printer, scanner or label printer does not work for a person or department.",
            "The printer on floor 2 jams.", "Drucker druckt nur leere Seiten.", "No puedo imprimir etiquetas."),
        Informing("telephony.problem", "Telephony problem",
            "Calls, headset in calls, voicemail, extension or mobile contract do not work.",
            "My desk phone has no dial tone.", "Teams-Anrufe haben keinen Ton.", "Ma ligne fixe ne sonne plus."),
        Informing("hardware.problem", "Equipment",
            "Computer, screen, dock, keyboard or other equipment is broken or needed.",
            "My screen stays black.", "Die Dockingstation erkennt nichts.", "I need a new keyboard."),
        Informing("outage", "Outage",
            "Many people, a site or a service cannot work at once: one shared cause.",
            "Nobody in the plant can log on.", "Der ganze Standort ist offline.", "The ERP is down for everyone."),
    ];

    private static IntentDescription[] Other() =>
    [
        Informing("monitoring.alert", "Monitoring alert",
            "Written by a program: job failures, backups, interface alarms, thresholds, security alerts.",
            "CRITICAL: disk usage 95 % on srv-db-02.", "Job ABC_DAILY failed with return code 8.", "Backup of VM-113 completed with errors."),
        Informing("security.report", "Security report",
            "Reports a suspicious mail, call, person, site or leak without sign that the account or device is taken over.",
            "I received a phishing mail, see attachment.", "Jemand hat angerufen und nach meinem Passwort gefragt.", "I sent a file with personal data to the wrong person."),
        Informing("how-to", "How-to question",
            "Asks how something is done; nothing is broken and nothing is to be granted.",
            "How do I share a calendar?", "Wie richte ich eine Abwesenheitsnotiz ein?", "¿Cómo cambio el idioma de Teams?"),
        Informing("wants-person", "Wants a person",
            "Asks to talk to a human, to be called back, to escalate or to complain about the help.",
            "Please let me talk to a real person.", "Ich möchte mit einem Menschen sprechen.", "Rappelez-moi, je ne veux pas parler à un robot."),
        Informing("already-done", "Already done",
            "Reports that work was done: closing note, call note, thanks, works again; nothing is to be done.",
            "Unlocked the account, user can log in again.", "Hat sich erledigt, danke.", "User called, password was reset, works now."),
        Informing("unknown", "Unknown",
            "Nothing of the list, several different requests in one, nearly empty, chatter, another department's matter or instructions to a machine.",
            "What's the weather tomorrow?", "issue", "1. new laptop 2. access to CRM 3. printer broken 4. phone"),
    ];
}

/// <summary>One thing a ticket can be about.</summary>
/// <param name="Id">Stable id; runbooks, examples and answers of models use it.</param>
/// <param name="Title">A few words for a page.</param>
/// <param name="Description">One sentence: what it is, and where its neighbours begin.</param>
/// <param name="Examples">Three or more short texts that are it.</param>
/// <param name="IsRemediable">True when a runbook may remediate; false when the ticket is informed about or routed.</param>
public sealed record IntentDescription(string Id, string Title, string Description, IReadOnlyList<string> Examples, bool IsRemediable);
