using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>
/// Lets a person choose a new password at the next sign-in. No password is made: whoever knows the old one, or has a pass, signs in
/// and must change it. An app may not call resetPassword at all (contracts: graph-operations, fact 1).
/// </summary>
internal sealed class ForcePasswordChange(GraphGateway graph, PasswordReader passwords, MethodReader methods) : IRemediation
{
    private const string Permission = "User-PasswordProfile.ReadWrite.All";

    private static readonly GraphOperation Set = new("ask for a new password at the next sign-in", Permission) { Identity = GraphIdentity.CredentialWrites };

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.force-password-change",
        Title = "New password at next sign-in",
        Press = "Ask {0} for a new password at the next sign-in",
        Effect = "The person must choose a new password at the next sign-in; until then the old one still works for that.",
        Undo = "The old password may be kept again, as long as the person has not changed it.",
        Requester = LocalizedText.Of(
            "Your account asks for a new password at the next sign-in.",
            "Ihr Konto verlangt bei der nächsten Anmeldung ein neues Kennwort.",
            "Su cuenta pide una contraseña nueva en el próximo inicio de sesión.",
            "Votre compte demande un nouveau mot de passe à la prochaine connexion."),
        Preconditions =
        [
            "The account exists, is no guest and is not synchronised from on premises.",
            "Its password is kept in Entra ID: it has a password method and no immutable id, as accounts of a federated domain have.",
            "No one changed it since the plan was approved.",
        ],
        Captures = "Whether the person must choose a new password already.",
        Execution = "PATCH /users/{id} with passwordProfile.forceChangePasswordNextSignIn = true and no password.",
        Verification = "GET /users/{id} shows forceChangePasswordNextSignIn = true, or a password changed since the step started.",
        NeverTouches = ["The password itself.", "Second factors and passes.", "The mailbox, its rules and its content."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = [Permission, MethodReader.Permission, "User.Read.All"],
        TouchesCredentials = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await passwords.GetAsync(target.Id, cancellation);
        var must = PasswordReader.MustChange(user);
        return new CapturedState(
            new PasswordState(must).ToJson(), Word(must), await RefusalAsync(user, cancellation), must ? null : "The person may keep the old password again, if it was not changed yet.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await passwords.GetAsync(call.Step.TargetId, cancellation);
        if (await RefusalAsync(user, cancellation) is { } why)
            return Precondition.Refused(why);
        if (IsDone(user!, call))
            return Precondition.AlreadyDone(Word(PasswordReader.MustChange(user)));
        return call.Step.Prior<PasswordState>().MustChange
            ? Precondition.Refused("Someone else changed it since the plan was approved: a new password is no longer asked for.")
            : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await passwords.GetAsync(call.Step.TargetId, cancellation) is { } user && IsDone(user, call))
            return new RemediationReceipt("A new password is asked for; it was so before this attempt.", null, HadEffect: !call.Step.Prior<PasswordState>().MustChange);
        return new RemediationReceipt("A new password is asked for at the next sign-in.", await SetAsync(call, true, cancellation));
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await passwords.GetAsync(call.Step.TargetId, cancellation);
        if (user is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        return new ReadBack(IsDone(user, call) ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, Word(PasswordReader.MustChange(user)));
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (call.Step.Prior<PasswordState>().MustChange)
            return new RemediationReceipt("Nothing to undo: a new password was asked for before.", null, HadEffect: false);
        var user = await passwords.GetAsync(call.Step.TargetId, cancellation);
        if (await RefusalAsync(user, cancellation) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return PasswordReader.MustChange(user)
            ? new RemediationReceipt("No new password is asked for any more.", await SetAsync(call, false, cancellation))
            : new RemediationReceipt("Nothing to undo: no new password is asked for.", null, HadEffect: false);
    }

    private static string Word(bool must) => must ? "The person must choose a new password at the next sign-in." : "No new password is asked for.";

    // Whoever signed in and changed it has cleared the mark: that is the wish fulfilled.
    private static bool IsDone(User user, RemediationCall call) =>
        PasswordReader.MustChange(user) || Clocks.IsSince(user.LastPasswordChangeDateTime, call.StartedAt);

    private async Task<string?> RefusalAsync(User? user, CancellationToken cancellation)
    {
        if (user is null)
            return Texts.AccountGone;
        if (AccountReader.IsGuest(user))
            return Texts.Guest;
        if (user.OnPremisesSyncEnabled == true)
            return Texts.Synced;
        // Whether a domain is federated is not in the subset of v1.0 that we call; these two are what an account shows of it.
        if (!string.IsNullOrEmpty(user.OnPremisesImmutableId) || !await methods.HasPasswordAsync(user.Id!, cancellation))
            return "The account's password is not kept in Entra ID (federated, formerly synchronised or without password); it is changed where it is kept.";
        return null;
    }

    private async Task<string?> SetAsync(RemediationCall call, bool must, CancellationToken cancellation)
    {
        var change = new User { PasswordProfile = new PasswordProfile { ForceChangePasswordNextSignIn = must } };
        return (await graph.AskAsync<User>(Set, (client, stop) => client.Users[call.Step.TargetId].PatchAsync(change, cancellationToken: stop), cancellation)).RequestId;
    }
}
