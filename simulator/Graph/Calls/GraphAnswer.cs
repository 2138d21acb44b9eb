using System.Text.Json.Nodes;

namespace HelpDesk.Simulator.Graph.Calls;

/// <summary>What is answered to a call.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Body">Body, or null.</param>
internal sealed record GraphAnswer(int Status, JsonObject? Body = null)
{
    public const string BadRequestCode = "Request_BadRequest";
    public const string DeniedCode = "Authorization_RequestDenied";
    public const string MissingCode = "Request_ResourceNotFound";

    /// <summary>Headers beside the usual ones.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static GraphAnswer Nothing { get; } = new(204);

    public static GraphAnswer Error(int status, string code, string message) =>
        new(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static GraphAnswer BadRequest(string message) => Error(400, BadRequestCode, message);

    public static GraphAnswer Denied(string message = "Insufficient privileges to complete the operation.") => Error(403, DeniedCode, message);

    public static GraphAnswer Missing(string id) => Error(
        404, MissingCode, $"Resource '{id}' does not exist or one of its queried reference-property objects are not present.");
}
