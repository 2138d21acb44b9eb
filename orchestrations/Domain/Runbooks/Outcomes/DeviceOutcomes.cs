using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>What can be required of a device.</summary>
internal static class DeviceOutcomes
{
    public static IReadOnlyList<OutcomeCondition> All { get; } =
    [
        new(
            "device.checked-in", "the device has checked in with Intune since", TimeSpan.FromHours(8), TimeSpan.FromMinutes(5))
        {
            Requester = LocalizedText.Of(
                "Your device has checked in with Intune since.", "Ihr Gerät hat sich seitdem bei Intune gemeldet.",
                "Su dispositivo se ha conectado con Intune desde entonces.", "Votre appareil s'est connecté à Intune depuis."),
            NeedsDevice = true,
        },
        new(
            // A device evaluates its compliance after a check-in; Intune shows it within minutes, and what a person must do first takes hours.
            "device.compliant", "the device meets the compliance policy", TimeSpan.FromHours(8), TimeSpan.FromMinutes(5))
        {
            Requester = LocalizedText.Of(
                "Your device meets the company's compliance policy.", "Ihr Gerät erfüllt die Compliance-Richtlinie des Unternehmens.",
                "Su dispositivo cumple la directiva de cumplimiento de la empresa.", "Votre appareil respecte la stratégie de conformité de l'entreprise."),
            NeedsDevice = true,
        },
        new(
            // A device that is off is locked late or never: after a working day a person decides.
            "device.locked-or-wiped", "the device is locked, wiped or retired", TimeSpan.FromHours(8), TimeSpan.FromMinutes(5))
        {
            NeedsDevice = true,
            Needs = ["device.remote-lock", "device.wipe", "device.retire", "device.wipe-keep-enrolment", "device.wipe-keep-data"],
        },
    ];
}
