using HelpDesk.Simulator.Graph.Parts;

namespace HelpDesk.Simulator.Graph;

/// <summary>The tenant's switch for Multi-Admin Approval, and its second administrator, over HTTP for tests.</summary>
internal static class DeviceApprovalEndpoints
{
    /// <summary>Maps them under <c>/simulator/device-approvals</c>.</summary>
    public static void MapDeviceApprovals(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/device-approvals", static (DeviceApprovals approvals) => new
        {
            approvals.Protected,
            Requests = approvals.All.Select(request => new { Id = (string?)request["id"], Status = (string?)request["status"], Action = (string?)request["_action"], Device = (string?)request["_device"], Justification = (string?)request["requestJustification"] }),
        });
        routes.MapPut("/simulator/device-approvals/protected", static (string[] actions, DeviceApprovals approvals) =>
            approvals.Protect(actions) ? Results.NoContent() : Results.BadRequest(new { error = "Name actions of managedDevices, such as wipe or retire." }));
        routes.MapPost("/simulator/device-approvals/{id}/{decision}", static (string id, string decision, DeviceApprovals approvals) =>
            decision is not ("approve" or "reject") ? Results.BadRequest(new { error = "The decision is approve or reject." })
            : approvals.Decide(id, decision == "approve") ? Results.NoContent()
            : Results.Conflict(new { error = "There is no such request, or it is decided already." }));
    }
}
