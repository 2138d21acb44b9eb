using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>
/// Tells the manager of a leaving employee, in a comment on the ticket, what is left to collect or to decide. Not by mail: an app that
/// may send mail may write to everyone in anyone's name, and delivery cannot be read back (decision 0019).
/// </summary>
internal sealed class NotifyManager(IDirectory directory, IPersonHoldings holdings, Func<ICaseTicket> tickets) : IRemediation
{
    private const string Told = "The manager was notified of what is left.";
    private const string AccountGone = "The account does not exist any more.";
    private const string NothingToUndo = "No undo needed: the comment says what was left at that time.";

    /// <inheritdoc />
    public RemediationDescriptor Descriptor { get; } = new()
    {
        Id = "user.tell-manager",
        Title = "Notify the manager",
        Effect = "Adds a comment for the manager to the ticket: what is left of company devices, licences and groups, and the mailbox to decide on.",
        Undo = NothingToUndo,
        Requester = LocalizedText.Of(
            "The manager was notified of what is left to collect.",
            "Der Führungskraft wurde gesagt, was noch einzusammeln ist.",
            "Se ha informado al responsable de lo que queda por recoger.",
            "Le responsable a été informé de ce qui reste à récupérer."),
        ForOthers = LocalizedText.Of(
            "The manager was notified of what is left to collect.",
            "Der Führungskraft wurde gesagt, was noch einzusammeln ist.",
            "Se ha informado al responsable de lo que queda por recoger.",
            "Le responsable a été informé de ce qui reste à récupérer."),
        Preconditions =
        [
            "The account exists.",
            "The directory names a manager, the same as when the plan was approved.",
        ],
        Captures = "Who the manager is.",
        Execution = "One comment on the ticket, from what the directory says of the manager and of the person's devices, licences and groups.",
        Verification = "The ticket system has acknowledged the comment; the acknowledgement is kept with the case.",
        NeverTouches = ["Everything: it only writes a comment."],
        RoleCeiling = RoleCeiling.NotPrivileged,
        Target = TargetKind.User,
        Impact = Impact.Low,
        Reversibility = Reversibility.SelfHealing,
        Permissions = holdings.Permissions,
        IsForGuests = true,
        VerifyFor = TimeSpan.FromMinutes(5),
        VerifyEvery = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc />
    public async Task<CapturedState> CaptureAsync(RemediationTarget target, CancellationToken cancellation)
    {
        var (manager, refusal) = await ManagerAsync(new PersonId(target.Id), cancellation);
        var text = manager is null ? "The directory names no manager." : $"The manager is {DisplayText.Of(manager.DisplayName, "known by id only")}.";
        return new CapturedState(new ManagerState(manager?.Id).ToJson(), text, refusal);
    }

    /// <inheritdoc />
    public async Task<Precondition> CheckAsync(RemediationCall call, CancellationToken cancellation)
    {
        var (manager, refusal) = await ManagerAsync(new PersonId(call.Step.TargetId), cancellation);
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
            return new RemediationReceipt($"{Told} An earlier attempt did it.", null);
        var subject = new PersonId(call.Step.TargetId);
        var person = await directory.GetPersonAsync(subject, cancellation);
        var (manager, refusal) = await ManagerAsync(subject, cancellation);
        if (person is null || manager is null)
            return new RemediationReceipt($"The manager was not notified: {refusal ?? AccountGone}", null, HadEffect: false);

        var note = ManagerNote.Write(
            manager.Language ?? "en", DisplayText.Of(manager.DisplayName, manager.Id), DisplayText.Of(person.DisplayName, person.Id), await holdings.ReadAsync(person.Id, cancellation));
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
        Task.FromResult(new RemediationReceipt(NothingToUndo, null, HadEffect: false));

    private Task<bool> IsToldAsync(RemediationCall call, CancellationToken cancellation) => tickets().HasCommentAsync(call.CaseId, call.IdempotencyKey, cancellation);

    private async Task<(Person? Manager, string? Refusal)> ManagerAsync(PersonId userId, CancellationToken cancellation)
    {
        if (await directory.GetPersonAsync(userId, cancellation) is null)
            return (null, AccountGone);
        var manager = await directory.GetManagerAsync(userId, cancellation);
        return (manager, manager is null ? "The directory names no manager to notify." : null);
    }
}

/// <summary>The manager to notify.</summary>
/// <param name="ManagerId">Object id; null when the directory names none.</param>
internal sealed record ManagerState(PersonId? ManagerId) : TargetState
{
    /// <inheritdoc />
    public override string Form => "manager/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("managerId", ManagerId));
}
