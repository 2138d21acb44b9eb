using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Outcomes.Assist;

/// <summary>Where no directory keeps logs: nothing can be seen.</summary>
internal sealed class NoAccountHistory : IAccountHistory
{
    public Task<IReadOnlyList<SignInAttempt>?> GetSignInsAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<SignInAttempt>?>(null);

    public Task<IReadOnlyList<DirectoryChange>?> GetChangesAsync(PersonId personId, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<DirectoryChange>?>(null);
}
