using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>account.enabled</c>: Entra allows sign-in of the account.</summary>
internal sealed class AccountEnabled(AccountReader accounts) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "account.enabled";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation) =>
        await accounts.GetAsync(call.SubjectId, cancellation) switch
        {
            null => OutcomeReading.Missed(Texts.AccountGone),
            { AccountEnabled: true } => OutcomeReading.Holds("Entra shows that sign-in is allowed."),
            // What this plan blocked does not open by waiting: a person decides when.
            _ when call.Steps("user.disable-sign-in").Any() => OutcomeReading.Missed("Sign-in was blocked by this case; a person decides when it is allowed again."),
            _ => OutcomeReading.Pending("Entra shows that sign-in is blocked."),
        };
}
