using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>Gives or takes a licence: one fact, both ways.</summary>
internal abstract class LicenceChange(AccountReader accounts, LicenceReader licences, LicenceRules rules, LicenceWriter writer, bool wanted) : IRemediation
{
    /// <summary>Least permissions of both ways.</summary>
    protected static readonly IReadOnlyList<string> Permissions = [LicenceWriter.Permission, "LicenseAssignment.Read.All", "User.Read.All"];

    /// <inheritdoc />
    public abstract RemediationDescriptor Descriptor { get; }

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        if (!Guid.TryParse(target.Parameters.GetValueOrDefault("skuId"), out var skuId))
            return new CapturedState(new LicenceState(false, []).ToJson(), "The licence is not known.", "The licence id is none; correct it in policy/access.yaml.");
        var state = StateOf(user, skuId);
        return new CapturedState(state.ToJson(), Word(state.HasLicence), await RefusalAsync(user, skuId, wanted, cancellation), state.HasLicence == wanted ? null : $"{Word(state.HasLicence)[..^1]} again.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (await RefusalAsync(user, SkuOf(call), wanted, cancellation) is { } why)
            return Precondition.Refused(why);
        var has = StateOf(user, SkuOf(call)).HasLicence;
        if (has == wanted)
            return Precondition.AlreadyDone(Word(has));
        return has == call.Step.Prior<LicenceState>().HasLicence
            ? Precondition.Ready
            : Precondition.Refused("Someone else changed the licence since the plan was approved.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation) =>
        await SetAsync(call, wanted, [], cancellation) is { } requestId
            ? new RemediationReceipt(Word(wanted), requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"{Word(wanted)} It was so before this attempt.", null, HadEffect: call.Step.Prior<LicenceState>().HasLicence != wanted);

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation) =>
        await licences.OfAsync(call.Step.TargetId, cancellation) is { } now
            ? new ReadBack(now.Contains(SkuOf(call)) == wanted ? ReadBackOutcome.Verified : ReadBackOutcome.Pending, Word(now.Contains(SkuOf(call))))
            : new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        var before = call.Step.Prior<LicenceState>();
        if (before.HasLicence == wanted)
            return new RemediationReceipt($"Nothing to undo. {Word(wanted)}", null, HadEffect: false);
        var user = await accounts.GetAsync(call.Step.TargetId, cancellation);
        if (await RefusalAsync(user, SkuOf(call), before.HasLicence, cancellation) is { } why)
            return new RemediationReceipt($"Not undone: {why}", null, HadEffect: false);
        return await SetAsync(call, before.HasLicence, before.DisabledPlans, cancellation) is { } requestId
            ? new RemediationReceipt($"Undone. {Word(before.HasLicence)}", requestId.Length == 0 ? null : requestId)
            : new RemediationReceipt($"Nothing to undo. {Word(before.HasLicence)}", null, HadEffect: false);
    }

    private static string Word(bool has) => has ? "The person has the licence." : "The person does not have the licence.";

    private static Guid SkuOf(RemediationCall call) => Guid.Parse(call.Step.Parameter("skuId"));

    private static LicenceState StateOf(User? user, Guid skuId) => LicenceRules.StateOf(user, skuId);

    private async Task<string?> RefusalAsync(User? user, Guid skuId, bool give, CancellationToken cancellation)
    {
        if (user is null)
            return Texts.AccountGone;
        if (StateOf(user, skuId).HasLicence == give)
            return null;
        return give ? await rules.WhyNotGiveAsync(user, skuId, [], cancellation) : await rules.WhyNotTakeAsync(user, skuId, cancellation);
    }

    /// <returns>The request-id, empty when Graph gave none; null when no change is needed.</returns>
    private async Task<string?> SetAsync(RemediationCall call, bool give, IReadOnlyList<Guid> disabledPlans, CancellationToken cancellation)
    {
        var skuId = SkuOf(call);
        if (StateOf(await accounts.GetAsync(call.Step.TargetId, cancellation), skuId).HasLicence == give)
            return null;
        return await writer.ChangeAsync(call.Step.TargetId, give ? [new HeldLicence(skuId, disabledPlans)] : [], give ? [] : [skuId], cancellation) ?? "";
    }
}
