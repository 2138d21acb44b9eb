namespace HelpDesk.Orchestrations.Stages.Understanding.Traits;

/// <summary>A text of a program that tells of an attack or a leak: the security team's, not operations'.</summary>
internal static class SecurityAlertTrait
{
    private static readonly string[] Words =
    [
        "soc case", "soc alert", "soc ticket", "soc incident", "security operations", "security incident", "security alert", "security event", "edr", "xdr", "siem", "defender for", "microsoft defender", "crowdstrike", "sentinelone", "sentinel incident", "carbon black", "darktrace", "qradar", "splunk es", "alienvault", "wazuh", "falcon ",
        "malware", "ransomware", "trojan", "virus", "phish", "brute force", "password spray", "lateral movement", "exfiltrat", "intrusion", "exploit", "injection", "probing", "port scan", "suspicious", "malicious", "threat", "quarantin", "impossible travel", "risky sign", "risky user", "leaked credential", "command and control", "lsass", "privilege escalation", "dlp", "data loss", "data leak", "vulnerabilit", "cve ", "beacon", "tor exit", "ioc ", "ids ", "ips alert",
        "schadsoftware", "verdachtig", "angriff", "sicherheitsvorfall", "bedrohung", "endpunkterkennung", "schwachstelle",
        "amenaza", "sospechos", "intrusion", "vulnerabilidad", "incidente de seguridad", "alerta de seguridad",
        "menace", "suspect", "malveillant", "vulnerabilite", "incident de securite", "alerte de securite",
    ];

    public static bool Shows(TicketText ticket) => ticket.Words.Has(Words);

    /// <summary>How many of the words are in it.</summary>
    public static int Count(TicketText ticket) => ticket.Words.Hits(Words);
}
