using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>account.blocked</c>: Entra allows no sign-in of the account.</summary>
internal sealed class AccountBlocked(AccountReader accounts) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "account.blocked";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation) =>
        await accounts.GetAsync(call.SubjectId, cancellation) switch
        {
            null => OutcomeReading.Missed(Texts.AccountGone),
            { AccountEnabled: false } => OutcomeReading.Holds("Entra shows that sign-in is blocked."),
            _ => OutcomeReading.Pending("Entra shows that sign-in is still allowed."),
        };
}
