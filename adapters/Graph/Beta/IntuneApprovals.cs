using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using Microsoft.Kiota.Abstractions.Serialization;

namespace HelpDesk.Adapters.Graph.Beta;

/// <summary>
/// Intune's Multi-Admin Approval. How a request stands is told by a beta endpoint alone (operationApprovalRequest); without it nothing
/// is waited for. It is read and never decided here: no application may.
/// </summary>
internal sealed class IntuneApprovals(BetaGraph beta) : IMultiAdminApprovals
{
    private const string Path = "/deviceManagement/operationApprovalRequests";
    private const string Where = "Intune, Tenant administration, Multi Admin Approval";

    // No static ones: the roles that the scripts grant are read off those, and this one is needed only where beta endpoints are on.
    private readonly GraphOperation _read = new("read Intune's Multi Admin Approval request", "DeviceManagementRBAC.Read.All") { Answers = [404] };
    private readonly GraphOperation _list = new("list Intune's Multi Admin Approval requests", "DeviceManagementRBAC.Read.All");

    /// <inheritdoc />
    public async Task<MultiAdminApprovalStatus> GetStatusAsync(string code, CancellationToken cancellation)
    {
        if (!beta.IsOn)
        {
            return new MultiAdminApprovalStatus(
                MultiAdminApprovalState.Unseen,
                $"Intune asks for Multi Admin Approval (request {code}). HelpDesk sees that decision only with Graph:UseBetaEndpoints; with it off, a person does this action in Intune.");
        }

        var reply = await beta.ReadAsync(_read, $"{Path}/{Uri.EscapeDataString(code)}", cancellation);
        var status = reply.IsMissing ? null : TextOf(reply.Value!.AdditionalData, "status");
        return status?.ToUpperInvariant() switch
        {
            "NEEDSAPPROVAL" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Waiting, $"Request {code} waits in {Where}."),
            "APPROVED" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Granted, $"Request {code} was approved."),
            "COMPLETED" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Completed, $"Request {code} was approved and done."),
            "REJECTED" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Rejected, $"Multi Admin Approval: an administrator rejected request {code}."),
            "CANCELLED" or "CANCELED" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Rejected, $"Request {code} was called off in Intune."),
            "EXPIRED" => new MultiAdminApprovalStatus(MultiAdminApprovalState.Expired, $"No administrator decided request {code} in Intune within its three days."),
            null => new MultiAdminApprovalStatus(MultiAdminApprovalState.Expired, $"Intune does not know request {code} any more."),
            _ => new MultiAdminApprovalStatus(MultiAdminApprovalState.Waiting, $"Intune says of request {code}: {DisplayText.Of(status, "nothing")}."),
        };
    }

    /// <summary>The code of the newest request with this justification that still waits or was approved; null when there is none, or when it cannot be seen.</summary>
    public async Task<string?> FindAsync(string justification, CancellationToken cancellation)
    {
        if (!beta.IsOn)
            return null;
        var reply = await beta.ReadAsync(_list, Path, cancellation);
        if (reply.Value!.AdditionalData.TryGetValue("value", out var rows) && rows is UntypedArray list)
        {
            return list.GetValue().OfType<UntypedObject>().Select(row => row.GetValue())
                .Where(row => TextOf(row, "requestJustification") == justification && TextOf(row, "status") is "needsApproval" or "approved")
                .OrderByDescending(row => TextOf(row, "requestDateTime"), StringComparer.Ordinal)
                .Select(row => TextOf(row, "id"))
                .FirstOrDefault();
        }

        return null;
    }

    private static string? TextOf(IDictionary<string, object> values, string name) =>
        values.TryGetValue(name, out var value) ? value is UntypedString text ? text.GetValue() : value as string : null;

    private static string? TextOf(IDictionary<string, UntypedNode> values, string name) =>
        values.TryGetValue(name, out var value) && value is UntypedString text ? text.GetValue() : null;
}
