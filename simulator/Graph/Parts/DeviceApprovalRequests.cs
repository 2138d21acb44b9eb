using HelpDesk.Simulator.Graph.Calls;

namespace HelpDesk.Simulator.Graph.Parts;

/// <summary>Reading the requests for a second administrator (beta). Deciding them is not for applications.</summary>
internal sealed class DeviceApprovalRequests(DeviceApprovals approvals) : IGraphPart
{
    private const string IdName = "operationApprovalRequest-id";

    public IReadOnlyDictionary<string, Func<GraphRequest, GraphAnswer>> Operations => new Dictionary<string, Func<GraphRequest, GraphAnswer>>(StringComparer.Ordinal)
    {
        ["GET /deviceManagement/operationApprovalRequests"] = request => Collections.Page(request, approvals.All),
        [$"GET /deviceManagement/operationApprovalRequests/{{{IdName}}}"] = request =>
            approvals.Find(request.Values[IdName]) is { } found ? Collections.One(request, found) : GraphAnswer.Missing(request.Values[IdName]),
    };
}
