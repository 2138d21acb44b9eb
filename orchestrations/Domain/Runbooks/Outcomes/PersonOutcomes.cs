using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>What can be required of people: no target system shows it.</summary>
internal static class PersonOutcomes
{
    /// <summary>How long a requester has to say that it did not help. Chosen because by then they have worked with it for a day.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromHours(24);

    public static IReadOnlyList<OutcomeCondition> All { get; } =
    [
        new(
            "requester.did-not-object", "the requester did not write within a day that the problem is still there, or confirmed that it is gone",
            Quiet + TimeSpan.FromHours(1), TimeSpan.FromMinutes(30),
            LocalizedText.Of(
                "You did not report the problem again.", "Sie haben das Problem nicht erneut gemeldet.",
                "No ha vuelto a notificar el problema.", "Vous n'avez pas signalé à nouveau le problème.")),
        new(
            "secret.collected", "an entitled person has collected the secret", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30),
            LocalizedText.Of(
                "The service desk has what it needs to help you.", "Der Service Desk hat, was nötig ist, um Ihnen zu helfen.",
                "El servicio de asistencia tiene lo necesario para ayudarle.", "Le centre de services a ce qu'il faut pour vous aider."))
        {
            Needs = ["device.show-local-admin-password", "device.show-bitlocker-key", "device.show-passcode"],
        },
    ];
}
