using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>
/// Tells the manager of somebody who leaves, on the ticket, what is left to collect or to decide. Not by mail: an app that may send mail
/// may write to everybody in everybody's name, and nobody could read back whether it arrived (decision 0019).
/// </summary>
internal sealed class NotifyManager(IDirectory directory, LeftBehind leftBehind, Func<ICaseTicket> tickets) : IRemediation
{
    private const string Told = "The manager was told what is left.";

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.tell-manager",
        Title = "Hand over to the manager",
        Effect = "The ticket gets a comment for the manager: company devices, licences and groups that are left, and that the mailbox waits for a decision.",
        Undo = "Nothing to take back: the comment says what was so at its time.",
        Requester = LocalizedText.Of(
            "The manager was told what is left to collect.",
            "Der Führungskraft wurde gesagt, was noch einzusammeln ist.",
            "Se ha informado al responsable de lo que queda por recoger.",
            "Le responsable a été informé de ce qui reste à récupérer."),
        Preconditions =
        [
            "The account exists.",
            "The directory names a manager, the same as when the plan was approved.",
        ],
        Captures = "Who the manager is.",
        Execution = "One comment on the ticket; GET /users/{id}/manager, /users/{id}/memberOf, /deviceManagement/managedDevices and /subscribedSkus say what is in it.",
        Verification = "The ticket system has acknowledged the comment; the acknowledgement is kept with the case.",
        NeverTouches = ["Everything: it only tells."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.User,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = ["User.Read.All", "Directory.Read.All", "LicenseAssignment.Read.All", "DeviceManagementManagedDevices.Read.All"],
        ThrottleClass = "IDN",
        IsForGuests = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var (manager, refusal) = await ManagerAsync(target.Id, cancellation);
        var text = manager is null ? "The directory names no manager." : $"The manager is {DisplayText.Of(manager.DisplayName, "known by id only")}.";
        return new CapturedState(new ManagerState(manager?.Id).ToJson(), text, refusal);
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (manager, refusal) = await ManagerAsync(call.Step.TargetId, cancellation);
        if (refusal is not null)
            return Precondition.Refused(refusal);
        if (manager!.Id != call.Step.Prior<ManagerState>().ManagerId)
            return Precondition.Refused("The person has another manager than when the plan was approved.");
        return await IsToldAsync(call, cancellation) ? Precondition.AlreadyDone(Told) : Precondition.Ready;
    }

    /// <inheritdoc />
    public async Task<RemediationReceipt> ExecuteAsync(RemediationCall call, CancellationToken cancellation)
    {
        if (await IsToldAsync(call, cancellation))
            return new RemediationReceipt($"{Told} An earlier attempt had done it.", null);
        var person = await directory.GetPersonAsync(call.Step.TargetId, cancellation);
        var (manager, refusal) = await ManagerAsync(call.Step.TargetId, cancellation);
        if (person is null || manager is null)
            return new RemediationReceipt($"Nobody was told: {refusal ?? Texts.AccountGone}", null, HadEffect: false);

        var note = HandOverNote.Write(
            manager.Language ?? "en", DisplayText.Of(manager.DisplayName, manager.Id), DisplayText.Of(person.DisplayName, person.Id), await leftBehind.OfAsync(person.Id, cancellation));
        await tickets().CommentAsync(call.CaseId, note, call.IdempotencyKey, cancellation);
        return new RemediationReceipt(Told, null);
    }

    /// <inheritdoc />
    public async Task<ReadBack> VerifyAsync(RemediationCall call, CancellationToken cancellation) =>
        await IsToldAsync(call, cancellation)
            ? new ReadBack(ReadBackOutcome.Verified, "The ticket system acknowledged the comment.")
            : new ReadBack(ReadBackOutcome.Pending, "The ticket system has not acknowledged the comment.");

    /// <inheritdoc />
    public Task<RemediationReceipt> UndoAsync(RemediationCall call, CancellationToken cancellation) =>
        Task.FromResult(new RemediationReceipt("Nothing to take back: the comment says what was so at its time.", null, HadEffect: false));

    private Task<bool> IsToldAsync(RemediationCall call, CancellationToken cancellation) => tickets().HasCommentAsync(call.CaseId, call.IdempotencyKey, cancellation);

    private async Task<(Person? Manager, string? Refusal)> ManagerAsync(string userId, CancellationToken cancellation)
    {
        if (await directory.GetPersonAsync(userId, cancellation) is null)
            return (null, Texts.AccountGone);
        var manager = await directory.GetManagerAsync(userId, cancellation);
        return (manager, manager is null ? "The directory names no manager to hand over to." : null);
    }
}
