using System.Globalization;
using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Adapters.Graph.Outcomes;

/// <summary><c>subject.signed-out</c>: sessions from before the case's steps are not valid any more.</summary>
internal sealed class SignedOut(AccountReader accounts) : IOutcomeCheck
{
    /// <inheritdoc />
    public string Name => "subject.signed-out";

    /// <inheritdoc />
    public async Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.SubjectId, cancellation) is not { } user)
            return OutcomeReading.Missed(Texts.AccountGone);
        var since = user.SignInSessionsValidFromDateTime;
        // The moment that stood there when the plan was made is no trace of this case, however close the clocks are.
        var before = call.Steps("user.revoke-sessions").Select(step => step.Prior<SessionState>().ValidFrom).FirstOrDefault();
        return Clocks.IsSince(since, call.Since) && since != before
            ? OutcomeReading.Holds(string.Create(CultureInfo.InvariantCulture, $"Sessions from before {since:u} are not valid any more."))
            : OutcomeReading.Pending("Older sessions are still valid.");
    }
}
