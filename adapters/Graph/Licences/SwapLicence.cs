using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Swaps one licence for another in a single call, so that the person is never without either.</summary>
internal sealed class SwapLicence(AccountReader accounts, LicenceReader licences, LicenceRules rules, LicenceWriter writer) : IRemediation
{
    private const string From = "fromSkuId";
    private const string To = "toSkuId";

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.swap-licence",
        Title = "Swap licence",
        Press = "Swap the licence of {0}",
        Effect = "The person gets the new licence and loses the old one at the same moment; one free seat is used, one becomes free.",
        Undo = "The old licence is given back with the plans it had, and the new one is taken, if a seat is free.",
        Requester = LocalizedText.Of(
            "Your licence was swapped for the other one.",
            "Ihre Lizenz wurde gegen die andere getauscht.",
            "Se ha cambiado su licencia por la otra.",
            "Votre licence a été échangée contre l'autre."),
        Preconditions =
        [
            "The account exists and has a usage location.",
            "The person has the old licence, not through a group, and not yet the new one.",
            "A seat of the new licence is free.",
            "No plan of the new licence excludes one of a licence that the person keeps.",
            "No mailbox or files hang on the old licence that the new one has no place for.",
            "No one changed the two licences since the plan was approved.",
        ],
        Captures = "Which of the two licences the person has, and which of their plans are switched off.",
        Execution = "POST /users/{id}/assignLicense with the one to add and the one to remove in the same call.",
        Verification = "GET /users/{id}/licenseDetails shows the new licence and not the old one.",
        NeverTouches = ["Other licences of the person.", "The mailbox, its rules and its content.", "OneDrive and other files."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.Medium,
        Reversibility = Reversibility.Undoable,
        Permissions = [LicenceWriter.Permission, "LicenseAssignment.Read.All", "User.Read.All"],
        Parameters = [From, To],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var nothing = new SwapState(new LicenceState(false, []), new LicenceState(false, []));
        if (!Guid.TryParse(target.Parameters.GetValueOrDefault(From), out var from) || !Guid.TryParse(target.Parameters.GetValueOrDefault(To), out var to) || from == to)
            return new CapturedState(nothing.ToJson(), "The licences are not known.", "The two licence ids must be different ids of policy/access.yaml.");
        var state = StateOf(user, from, to);
        return new CapturedState(
            state.ToJson(), Word(state), await RefusalAsync(user, state, from, to, cancellation), state.IsSwapped ? null : "The old licence is given back as it was and the new one taken.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (from, to) = Of(call);
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        var state = StateOf(user, from, to);
        if (user is not null && state.IsSwapped)
            return Precondition.AlreadyDone(Word(state));
        if (await RefusalAsync(user, state, from, to, cancellation) is { } why)
            return Precondition.Refused(why);
        return state.Matches(call.Step.PriorState) ? Precondition.Ready : Precondition.Refused("Someone else changed the licences since the plan was approved.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (from, to) = Of(call);
        if (StateOf(await accounts.GetAsync(call.Step.TargetId, cancellation), from, to).IsSwapped)
            return new RemediationReceipt("The licence is swapped; it was so before this attempt.", null, HadEffect: !call.Step.Prior<SwapState>().IsSwapped);
        return new RemediationReceipt("The licence is swapped.", await writer.ChangeAsync(call.Step.TargetId, [new HeldLicence(to, [])], [from], cancellation));
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (from, to) = Of(call);
        if (await licences.OfAsync(call.Step.TargetId, cancellation) is not { } now)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        return now.Contains(to) && !now.Contains(from)
            ? new ReadBack(ReadBackOutcome.Verified, "The person has the new licence and not the old one.")
            : new ReadBack(ReadBackOutcome.Pending, "The person's licences do not show the swap yet.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (from, to) = Of(call);
        var before = call.Step.Prior<SwapState>();
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (user is null)
            return new RemediationReceipt($"Not undone: {Texts.AccountGone}", null, HadEffect: false);
        if (before.IsSwapped || !StateOf(user, from, to).IsSwapped)
            return new RemediationReceipt("Nothing to undo: the licence was not swapped by this, or is swapped back already.", null, HadEffect: false);
        if (await rules.WhyNotSwapAsync(user, to, from, cancellation) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return new RemediationReceipt(
            "The licence is swapped back.", await writer.ChangeAsync(call.Step.TargetId, [new HeldLicence(from, before.From.DisabledPlans)], [to], cancellation));
    }

    private static (Guid From, Guid To) Of(RemediationCall call) => (Guid.Parse(call.Step.Parameter(From)), Guid.Parse(call.Step.Parameter(To)));

    private static SwapState StateOf(User? user, Guid from, Guid to) => new(LicenceRules.StateOf(user, from), LicenceRules.StateOf(user, to));

    private static string Word(SwapState state) =>
        $"The person has {(state.From.HasLicence ? "the old licence" : "not the old licence")} and {(state.To.HasLicence ? "the new one" : "not the new one")}.";

    private async Task<string?> RefusalAsync(User? user, SwapState state, Guid from, Guid to, CancellationToken cancellation)
    {
        if (user is null)
            return Texts.AccountGone;
        if (state.IsSwapped)
            return null;
        if (!state.From.HasLicence)
            return "The person does not have the licence that is to be swapped.";
        if (state.To.HasLicence)
            return "The person has both licences; a person decides which one stays.";
        return await rules.WhyNotSwapAsync(user, from, to, cancellation);
    }
}
