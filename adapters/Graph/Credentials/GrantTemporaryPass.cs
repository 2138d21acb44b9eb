using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Credentials;

/// <summary>
/// Lets an entitled person show a temporary access pass. Makes none itself: the pass is made when somebody presses "Show pass"
/// (P3); this says who may have one and whether one was made since, and it revokes one.
/// </summary>
internal sealed class GrantTemporaryPass(AccountReader accounts, PassReader passes, PassPolicy policy) : IRemediation
{
    // What Graph says of a one-time pass after its use (methodUsabilityReason).
    private const string Used = "OneTimeUsed";

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.grant-temporary-pass",
        Title = "Temporary access pass",
        Press = "Give {0} a temporary access pass",
        Effect = "An entitled person shows the person a one-time pass, with which they sign in and set up what they lost.",
        Undo = "The pass is deleted; what the person set up with it stays.",
        Requester = LocalizedText.Of(
            "A temporary pass was made for you.",
            "Für Sie wurde ein befristeter Zugriffspass ausgestellt.",
            "Se ha creado un pase de acceso temporal para usted.",
            "Un passe d'accès temporaire a été créé pour vous."),
        Preconditions =
        [
            "The account exists, is no guest and may sign in.",
            "The tenant's authentication methods policy allows passes, for this person and of this lifetime.",
        ],
        Captures = "Whether the person has a valid pass.",
        Execution = "POST /users/{id}/authentication/temporaryAccessPassMethods, at the moment an entitled person asks to see it.",
        Verification = "GET /users/{id}/authentication/temporaryAccessPassMethods shows a pass made since.",
        NeverTouches = ["The password and registered methods."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = ["UserAuthMethod-TAP.ReadWrite.All", "UserAuthMethod-TAP.Read.All", "User.Read.All", PassPolicy.Permission],
        TouchesCredentials = true,
        IsHandOver = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var pass = user is not null && await passes.GetAsync(target.Id, cancellation) is [var known, ..] ? known : null;
        var text = pass?.IsUsable == true ? "The person has a valid pass; a new one replaces it." : "The person has no valid pass.";
        // A blocked account is refused at the check only: an earlier step of the plan may open it.
        return new CapturedState(new PassState(pass?.Id).ToJson(), text, Refusal(user) ?? await policy.WhyNotAsync(target.Id, cancellation), "The pass is deleted, if it was not used yet.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (Refusal(user) is { } why)
            return Precondition.Refused(why);
        if (user!.AccountEnabled != true)
            return Precondition.Refused("Sign-in is blocked; a pass would not work.");
        // The policy may have changed since the approval.
        return await policy.WhyNotAsync(call.Step.TargetId, cancellation) is { } forbidden ? Precondition.Refused(forbidden) : Precondition.Ready;
    }

    /// <inheritdoc />
    public Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt("No pass was made: an entitled person makes it by showing it.", null, HadEffect: false));

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var pass = (await passes.GetAsync(call.Step.TargetId, cancellation)).FirstOrDefault(pass => IsOurs(pass, call));
        if (pass is null)
            return new ReadBack(ReadBackOutcome.Pending, "No pass was made yet.");
        if (pass.IsUsable == true)
            return new ReadBack(ReadBackOutcome.Verified, "A pass was made and can be used.");
        return string.Equals(pass.MethodUsabilityReason, Used, StringComparison.OrdinalIgnoreCase)
            ? new ReadBack(ReadBackOutcome.Verified, "A pass was made and has been used.")
            : new ReadBack(ReadBackOutcome.Pending, "A pass was made and cannot be used now.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        foreach (var pass in (await passes.GetAsync(call.Step.TargetId, cancellation)).Where(pass => IsOurs(pass, call)))
        {
            var reply = await passes.DeleteAsync(call.Step.TargetId, pass.Id!, cancellation);
            if (reply.IsDone)
                return new RemediationReceipt("The pass was deleted.", reply.RequestId);
        }

        return new RemediationReceipt("Nothing to undo: there is no pass of this step.", null, HadEffect: false);
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyUndoAsync(RemediationCall call, CancellationToken cancellation) =>
        (await passes.GetAsync(call.Step.TargetId, cancellation)).Any(pass => IsOurs(pass, call))
            ? new ReadBack(ReadBackOutcome.Pending, "The pass is still there.")
            : new ReadBack(ReadBackOutcome.Verified, "There is no pass of this step.");

    private static string? Refusal(User? user) =>
        user is null ? Texts.AccountGone
        : AccountReader.IsGuest(user) ? Texts.Guest
        : null;

    private static bool IsOurs(TemporaryAccessPassAuthenticationMethod pass, RemediationCall call) =>
        pass.Id is { Length: > 0 } id && id != call.Step.Prior<PassState>().PassId && Clocks.IsSince(pass.CreatedDateTime, call.StartedAt);
}
