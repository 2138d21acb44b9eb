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
            Quiet + TimeSpan.FromHours(1), TimeSpan.FromMinutes(30)),
        new(
            "secret.collected", "an entitled person has collected the secret", TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30))
        {
            Needs = ["device.show-local-admin-password", "device.show-bitlocker-key", "device.show-passcode"],
        },
    ];
}
