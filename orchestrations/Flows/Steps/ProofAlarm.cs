using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>
/// Opens a case for the security team when somebody guesses at a one-time code, once per request, and notifies the team and the manager. The request itself goes
/// on: the code is void, and a person who mistyped gets another one from their manager.
/// </summary>
public sealed class ProofAlarm(CaseStore caseStore, IDirectory directory, IAuditLog audit, IWorkflowClient workflows, PolicySet policy, TimeProvider time) : IProofAlarm
{
    /// <summary>Id of the security case of a request.</summary>
    public static CaseId IdFor(CaseId caseId) => new($"{caseId}-wrong-codes");

    /// <inheritdoc />
    public async Task GuessedAsync(HandOver handOver, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(handOver.CaseId, cancellation) is not { } origin)
            return;
        var security = IdFor(handOver.CaseId);
        var why = string.Create(CultureInfo.InvariantCulture, $"{policy.Proofs.WrongCodes} wrong one-time codes were entered for the temporary pass of this request. The code is void. Talk to the person and their manager before another code is given.");
        await audit.AppendAsync(
            new AuditEvent(
                handOver.CaseId, $"{handOver.HandOverId}/wrong-codes", AuditKinds.CodesGuessed, "helpdesk", "So many wrong one-time codes were entered that the security team got a case.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["security-case"] = security, ["subject"] = handOver.SubjectId }),
            cancellation);
        await caseStore.OpenSecurityAsync(security, origin, handOver.SubjectId, await NameAsync(handOver.SubjectId, cancellation), cancellation);
        await caseStore.UpdateAsync(security, record => record with { State = CaseState.Escalated, Reason = why, Doing = null, ClosedAt = record.ClosedAt ?? time.GetUtcNow() }, cancellation);
        await workflows.StartAsync(NoticeWorkflow.Reference, $"{security}-notice", new NoticeReference(security, NoticeKind.WrongCodes, handOver.CaseId), cancellation);
    }

    private async Task<string> NameAsync(PersonId person, CancellationToken cancellation)
    {
        try
        {
            return DisplayText.Of((await directory.GetPersonAsync(person, cancellation))?.DisplayName, person);
        }
        catch (VendorException)
        {
            // An alarm does not wait for the directory.
            return person;
        }
    }
}
