using System.Text;
using HelpDesk.Adapters.Graph.Beta;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>
/// Sends an action to Intune, once. Every one carries its justification, so that a tenant that protects it with Multi-Admin Approval
/// opens a request instead of refusing it (docs/decisions/0021); a tenant that protects nothing ignores it.
/// </summary>
internal sealed class DeviceActionSender(GraphGateway graph, IntuneApprovals approvals)
{
    private const string Justification = "x-msft-approval-justification";
    private const string Code = "x-msft-approval-code";
    private const string ConcurrencyViolation = "Directory_ConcurrencyViolation";

    // Intune refuses a longer one.
    private const int LongestJustification = 1024;

    /// <summary>Sends it.</summary>
    /// <param name="remediation">What is sent.</param>
    /// <param name="permission">The permission that it needs.</param>
    /// <param name="asked">What is said once it is queued.</param>
    /// <param name="call">The execution: its approval is in the justification; with the code of a granted request, that goes instead.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Intune refuses it or cannot be reached.</exception>
    public async Task<RemediationReceipt> SendAsync(
        RemediationDescriptor remediation, string permission, string asked, RemediationCall call, Func<GraphServiceClient, CancellationToken, Task> send, CancellationToken cancellation)
    {
        var why = JustificationOf(call);
        var operation = new GraphOperation($"do \"{remediation.Title}\" on the device", permission)
        {
            Identity = GraphIdentity.DeviceActions,
            Headers = call.MultiAdminApprovalCode is { } code
                ? new Dictionary<string, string>(StringComparer.Ordinal) { [Code] = code }
                : new Dictionary<string, string>(StringComparer.Ordinal) { [Justification] = Convert.ToBase64String(Encoding.UTF8.GetBytes(why)) },
            Answers = [409],
        };
        var reply = await graph.DoAsync(operation, send, cancellation);
        if (reply.ApprovalCode is { } asksFor)
            return Asks(remediation, asksFor, reply.RequestId);
        if (reply.Status != 409)
            return new RemediationReceipt(asked, reply.RequestId);

        // A call that timed out may have opened the request: it is the one with our justification.
        if (reply.Says("active Approval Request") && call.MultiAdminApprovalCode is null && await approvals.FindAsync(why, cancellation) is { } ours)
            return Asks(remediation, ours, reply.RequestId);
        throw new VendorException(
            "graph", reply.Code ?? "409",
            reply.Says("active Approval Request")
                ? $"Another person's request for \"{remediation.Title}\" on the device waits for Multi Admin Approval: decide it in Intune, Tenant administration, Multi Admin Approval."
                : $"Something else changed the device while we tried to do \"{remediation.Title}\" ({reply.Code}).",
            reply.Code == ConcurrencyViolation)
        { RequestId = reply.RequestId };
    }

    /// <summary>What Intune's second administrator reads: our case, step and approval; equal over all attempts of a step.</summary>
    internal static string JustificationOf(RemediationCall call)
    {
        var text = $"HelpDesk case {call.CaseId}, step {call.Step.Id}: {(call.ApprovalId is { } gate ? $"approval {gate}" : "allowed by policy without an approval")}";
        return text.Length <= LongestJustification ? text : text[..LongestJustification];
    }

    private static RemediationReceipt Asks(RemediationDescriptor remediation, string code, string? requestId) =>
        Guid.TryParse(code, out var id)
            ? new RemediationReceipt($"Intune asks for Multi Admin Approval of \"{remediation.Title}\" (request {id:D}).", requestId, HadEffect: false) { MultiAdminApprovalCode = $"{id:D}" }
            : throw new VendorException("graph", "unreadable", "Intune asked for Multi Admin Approval without a valid code: decide the request in Intune.", isRetryable: false) { RequestId = requestId };
}
