namespace HelpDesk.Orchestrations.Runbooks.Loading;

/// <summary>The closed list of intents, as the loader needs it.</summary>
internal static class KnownIntents
{
    private static readonly string[] Remediable =
    [
        "identity.password-forgotten", "identity.locked-out", "identity.compromised", "identity.mfa-lost", "identity.new-phone",
        "identity.group-access", "identity.app-access", "identity.access-removal", "identity.licence", "identity.leaver",
        "device.lost", "device.stolen", "device.non-compliant", "device.malware", "device.sync", "device.slow",
    ];

    private static readonly string[] InformingOrRouting =
    [
        "identity.sign-in-problem", "identity.guest", "identity.joiner", "device.bitlocker-recovery", "device.local-admin-password",
        "device.passcode", "software.install", "software.problem", "network.vpn", "network.problem", "mail.problem", "printer.problem",
        "telephony.problem", "hardware.problem", "outage", "monitoring.alert", "security.report", "how-to", "wants-person",
        "already-done", "unknown",
    ];

    public static IReadOnlyList<KnownIntent> All { get; } =
        [.. Remediable.Select(id => new KnownIntent(id, true)), .. InformingOrRouting.Select(id => new KnownIntent(id, false))];
}
