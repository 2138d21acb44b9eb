using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>Where no identity provider is connected that could say it, a sign-in proves nothing and no self-service reset is pointed to.</summary>
internal sealed class NoSignInEvidence : ISignInEvidence
{
    public Task<string?> WhyNotStrongAsync(string context, PersonId personId, TimeSpan olderThan, CancellationToken cancellation) =>
        Task.FromResult<string?>("No identity provider is connected that says what a sign-in proves.");

    public Task<DateTimeOffset?> CreatedAtAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    public Task<bool> CanResetAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult(false);
}
