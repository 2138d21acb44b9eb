namespace HelpDesk.Simulator.Tickets.ServiceNow;

/// <summary>ServiceNow's error body: <c>{"error":{"message","detail"},"status":"failure"}</c>.</summary>
internal static class ServiceNowError
{
    public static IResult Unauthenticated() => Of(401, "User Not Authenticated", "Required to provide Auth information");

    public static IResult NoRecord() => Of(404, "No Record found", "Record doesn't exist or ACL restricts the record retrieval");

    public static IResult NoTable(string table) => Of(400, $"Invalid table {table}", null);

    public static IResult NoResource() => Of(400, "Requested URI does not represent any resource", null);

    public static IResult WrongMethod(string method) => Of(405, "Method not supported", $"{method} is not supported by this resource");

    public static IResult BadBody(string detail) => Of(400, "Exception while reading request", detail);

    public static IResult BadQuery() => Of(400, "Invalid query", "The encoded query holds a term that this simulator does not know");

    public static IResult Forbidden(string detail) => Of(403, "Operation Failed", detail);

    public static IResult Of(int status, string message, string? detail) =>
        Results.Json(new { error = new { message, detail }, status = "failure" }, statusCode: status);
}
