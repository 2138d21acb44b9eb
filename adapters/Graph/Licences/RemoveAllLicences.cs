using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Licences;

/// <summary>
/// Takes the directly assigned licences of somebody who leaves, in one call. A licence on which the mailbox or the files hang stays and
/// is named: without it Microsoft deletes them after a time, and that is for people to decide.
/// </summary>
internal sealed class RemoveAllLicences(AccountReader accounts, LicenceReader licences, LicenceWriter writer) : IRemediation
{
    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.remove-licences",
        Title = "Remove licences",
        Press = "Remove all licences from {0}",
        Effect = "The person loses the applications of these licences; their seats become free. Mailbox and files stay.",
        Undo = "Exactly these licences are given back with the plans they had, if seats are free.",
        Requester = LocalizedText.Of(
            "Your licences were removed; mailbox and files stay.",
            "Ihre Lizenzen wurden entzogen; Postfach und Dateien bleiben erhalten.",
            "Se han retirado sus licencias; el buzón y los archivos se conservan.",
            "Vos licences ont été retirées ; la boîte aux lettres et les fichiers restent."),
        ForOthers = LocalizedText.Of(
            "Licences without mailbox or files were removed from the account.",
            "Lizenzen ohne Postfach und Dateien wurden dem Konto entzogen.",
            "Se han retirado de la cuenta las licencias sin buzón ni archivos.",
            "Les licences sans boîte aux lettres ni fichiers ont été retirées du compte."),
        Preconditions =
        [
            "The account exists.",
            "The licences to be taken are those that were captured.",
            "They fit into one step (about 30).",
        ],
        Captures = "The directly assigned licences that may go, with their switched-off plans; the others are named to the approver.",
        Execution = "POST /users/{id}/assignLicense with all of them to remove, in one call.",
        Verification = "GET /users/{id} shows none of them directly assigned.",
        NeverTouches = ["The mailbox, its rules and its content.", "OneDrive and other files.", "Licences on which a mailbox or files hang, and those that come through a group."],
        RoleCeiling = RoleCeiling.NoDirectoryRole,
        Target = TargetKind.User,
        Impact = Impact.High,
        Reversibility = Reversibility.Undoable,
        Permissions = [LicenceWriter.Permission, "LicenseAssignment.Read.All", "User.Read.All"],
        VerifyFor = TimeSpan.FromMinutes(10),
        VerifyEvery = TimeSpan.FromSeconds(15),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var user = await accounts.GetAsync(target.Id, cancellation);
        var own = OwnLicences.Of(user, await licences.StockAsync(cancellation));
        var json = own.State.ToJson();
        if (!CapturedState.Fits(json))
            return new CapturedState(new LicencesState([]).ToJson(), own.Words, "The person has more licences than one step can keep for an undo; a person must do it.");
        return new CapturedState(json, own.Words, user is null ? Texts.AccountGone : null, own.Ours.Count == 0 ? null : "The same licences are given back with the plans they had.");
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is not { } user)
            return Precondition.Refused(Texts.AccountGone);
        var now = OwnLicences.Of(user, await licences.StockAsync(cancellation)).State;
        if (now.Licences.Count == 0)
            return Precondition.AlreadyDone("The person has none of these licences any more.");
        return now.Matches(call.Step.PriorState) ? Precondition.Ready : Precondition.Refused("Someone else changed the person's licences since the plan was approved.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        var captured = call.Step.Prior<LicencesState>().Licences;
        var left = await LeftAsync(call, cancellation);
        if (left.Count == 0)
            return new RemediationReceipt("The licences are taken; it was so before this attempt.", null, HadEffect: captured.Count > 0);
        return new RemediationReceipt("The licences are taken.", await writer.ChangeAsync(call.Step.TargetId, [], left.Select(licence => licence.SkuId), cancellation));
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is null)
            return new ReadBack(ReadBackOutcome.Failed, Texts.AccountGone);
        return (await LeftAsync(call, cancellation)).Count == 0
            ? new ReadBack(ReadBackOutcome.Verified, "The person has none of these licences any more.")
            : new ReadBack(ReadBackOutcome.Pending, "The person still shows some of these licences.");
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await accounts.GetAsync(call.Step.TargetId, cancellation) is not { } user)
            return new RemediationReceipt($"Not undone: {Texts.AccountGone}", null, HadEffect: false);
        var held = OwnLicences.Direct(user).Select(licence => licence.SkuId).ToHashSet();
        var missing = call.Step.Prior<LicencesState>().Licences.Where(licence => !held.Contains(licence.SkuId)).ToList();
        if (missing.Count == 0)
            return new RemediationReceipt("Nothing to undo: the person has these licences.", null, HadEffect: false);
        if (string.IsNullOrEmpty(user.UsageLocation))
            return new RemediationReceipt($"Not undone: {LicenceRules.NoLocation}", null, HadEffect: false);
        return new RemediationReceipt("The licences are given back as they were.", await writer.ChangeAsync(call.Step.TargetId, missing, [], cancellation));
    }

    private async Task<IReadOnlyList<HeldLicence>> LeftAsync(RemediationCall call, CancellationToken cancellation)
    {
        var now = OwnLicences.Direct(await accounts.GetAsync(call.Step.TargetId, cancellation)).Select(licence => licence.SkuId).ToHashSet();
        return [.. call.Step.Prior<LicencesState>().Licences.Where(licence => now.Contains(licence.SkuId))];
    }
}
