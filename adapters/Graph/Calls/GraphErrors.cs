using System.Text.Json;
using Azure;
using Azure.Identity;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace HelpDesk.Adapters.Graph.Calls;

/// <summary>Turns everything that the SDK, the token client and the network throw into <see cref="VendorException"/>: here and nowhere else.</summary>
internal static class GraphErrors
{
    private const string System = "graph";
    private const string ConcurrencyViolation = "Directory_ConcurrencyViolation";

    /// <summary>True when the exception tells of Graph, its token endpoint or the network, and not of our own code.</summary>
    public static bool IsFault(Exception fault) => fault is
        ApiException or AuthenticationFailedException or RequestFailedException or HttpRequestException or IOException
        or OperationCanceledException or JsonException or FormatException or InvalidOperationException;

    /// <summary>Graph's <c>error.code</c>, or the status when the answer has none.</summary>
    public static string CodeOf(ApiException fault) =>
        fault is ODataError { Error.Code: { Length: > 0 } code } ? code : $"{fault.ResponseStatusCode}";

    /// <summary>Graph's <c>error.message</c>.</summary>
    public static string? TextOf(ApiException fault) => (fault as ODataError)?.Error?.Message;

    /// <summary>The fault as the rest of the product knows it.</summary>
    public static VendorException Map(Exception fault, GraphOperation operation, GraphCall call)
    {
        var inner = operation.HoldsSecret ? null : fault;
        return fault switch
        {
            ApiException answer => OfAnswer(answer, operation, call, inner),
            // A fault whose body is not Graph's is still known by its status.
            JsonException or FormatException or InvalidOperationException when call.Status >= 400 =>
                OfAnswer(new ApiException { ResponseStatusCode = call.Status }, operation, call, inner),
            AuthenticationFailedException or RequestFailedException => New(
                "authentication",
                "No token for Graph was given: check Graph:TenantId, Graph:ClientId and Graph:ClientSecret, or the managed identity.",
                IsPassing(fault)),
            OperationCanceledException => New("timeout", $"Graph did not answer in time to \"{operation.Doing}\"; it may still have been done. Graph:Timeout sets how long we wait.", true),
            HttpRequestException or IOException => New("unreachable", $"Graph could not be reached to {operation.Doing}: check the network and Graph:BaseUrl.", true),
            _ => New("unreadable", $"Graph's answer to \"{operation.Doing}\" could not be read: check that nothing between us and Graph:BaseUrl changes it.", true),
        };

        VendorException New(string code, string message, bool isRetryable) =>
            new(System, code, message, isRetryable && !operation.IsOnlyOnce, call.RetryAfter, inner) { RequestId = call.RequestId };
    }

    private static VendorException OfAnswer(ApiException fault, GraphOperation operation, GraphCall call, Exception? inner)
    {
        var code = CodeOf(fault);
        var status = fault.ResponseStatusCode;
        var id = call.RequestId ?? (fault as ODataError)?.Error?.InnerError?.RequestId;
        var (message, isRetryable) = status switch
        {
            // No status: the body of an answer could not be read.
            0 => ($"Graph's answer to \"{operation.Doing}\" could not be read: check that nothing between us and Graph:BaseUrl changes it.", true),
            401 => ($"Graph does not accept our token to {operation.Doing} ({code}): check Graph:TenantId, Graph:ClientId and Graph:ClientSecret, or the managed identity.", false),
            403 => ($"Graph refuses to {operation.Doing} ({code}): grant the application permission {operation.Permission} and admin consent. A target that holds an admin role also needs a higher directory role.", false),
            404 => ($"Graph does not find what is needed to {operation.Doing} ({code}).", false),
            408 => ($"Graph did not get the request in time to {operation.Doing}.", true),
            409 => ($"Something else changed the object while we tried to {operation.Doing} ({code}).", code == ConcurrencyViolation),
            423 => ($"The object is locked; cannot {operation.Doing} now ({code}).", true),
            429 => ($"Graph is throttling us; could not {operation.Doing} ({code}).", true),
            >= 500 => ($"Graph has an error of its own ({status} {code}); could not {operation.Doing}.", true),
            _ => ($"Graph refuses to {operation.Doing} ({status} {code}).", false),
        };
        return new VendorException(System, status == 0 ? "unreadable" : code, message, isRetryable && (status == 429 || !operation.IsOnlyOnce), call.RetryAfter, inner) { RequestId = id };
    }

    private static bool IsPassing(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException)
        {
            if (at is HttpRequestException or OperationCanceledException or RequestFailedException { Status: 0 or 408 or 429 or >= 500 })
                return true;
        }

        return false;
    }
}
