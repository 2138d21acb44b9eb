using System.Globalization;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Accounts;

/// <summary>Signs a user out everywhere.</summary>
internal sealed class RevokeSessions(GraphGateway graph, AccountReader accounts) : IRemediation
{
    private const string Permission = "User.RevokeSessions.All";

    private static readonly GraphOperation Revoke = new("revoke the user's sessions", Permission) { Identity = GraphIdentity.IdentityWrites };

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.revoke-sessions",
        Title = "Sign out everywhere",
        Press = "Sign {0} out everywhere",
        Effect = "The person must sign in again on every device and in every application.",
        Undo = "Nothing to undo: the person just signs in again.",
        Requester = LocalizedText.Of(
            "You were signed out everywhere.",
            "Sie wurden überall abgemeldet.",
            "Se ha cerrado su sesión en todas partes.",
            "Vous avez été déconnecté partout."),
        ForOthers = LocalizedText.Of(
            "The account was signed out everywhere.",
            "Das Konto wurde überall abgemeldet.",
            "Se ha cerrado la sesión de la cuenta en todas partes.",
            "Le compte a été déconnecté partout."),
        Preconditions =
        [
            "The account exists and is no guest: Graph does not act on the sessions of external users.",
        ],
        Captures = "From when on sessions are valid.",
        Execution = "POST /users/{id}/revokeSignInSessions.",
        Verification = "GET /users/{id} shows a signInSessionsValidFromDateTime since the step started.",
        NeverTouches = ["The mailbox, its rules and its content.", "Password and second factors."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.SelfHealing,
        Permissions = [Permission, "User.Read.All"],
        IsContainment = true,
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(20),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var json = new SessionState(user?.SignInSessionsValidFromDateTime).ToJson();
        return new CapturedState(json, "The person may be signed in on several devices.", Refusal(user));
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        return Refusal(user) is { } why ? Precondition.Refused(why)
            : IsDone(user, call) ? Precondition.AlreadyDone("The sessions were revoked since this step started.")
            : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        // A call that timed out may have worked: signing out twice would interrupt the person twice.
        if (IsDone(await accounts.GetAsync(call.Step.TargetId, cancellation), call))
            return new RemediationReceipt("Signed out everywhere; an earlier attempt had done it.", null);

        var reply = await graph.AskAsync(
            Revoke, (client, stop) => client.Users[call.Step.TargetId].RevokeSignInSessions.PostAsRevokeSignInSessionsPostResponseAsync(cancellationToken: stop), cancellation);
        return new RemediationReceipt("Signed out everywhere.", reply.RequestId);
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (user is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        return IsDone(user, call)
            ? new ReadBack(ReadBackOutcome.Verified, string.Create(CultureInfo.InvariantCulture, $"Sessions from before {user.SignInSessionsValidFromDateTime:u} are not valid any more."))
            : new ReadBack(ReadBackOutcome.Pending, "Older sessions are still valid.");
    }

    /// <inheritdoc />
    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt("Nothing to undo: the person signs in again.", null, HadEffect: false));

    private static string? Refusal(User? user) =>
        user is null ? Texts.AccountGone
        : AccountReader.IsGuest(user) ? Texts.Guest
        : null;

    private static bool IsDone(User? user, RemediationCall call) =>
        Clocks.IsSince(user?.SignInSessionsValidFromDateTime, call.StartedAt)
        && user!.SignInSessionsValidFromDateTime != call.Step.Prior<SessionState>().ValidFrom;
}
