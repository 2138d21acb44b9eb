using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Secrets;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// <c>POST /api/webhooks/verified-id</c>: what the service of Verified IDs reports. It is not signed; the key that we gave with the request must be in the
/// header, and everything in it is compared again. The answer says nothing about which requests exist.
/// </summary>
public sealed class PresentationReceiver(PresentationProof proof)
{
    /// <summary>Its segment in the address of webhooks.</summary>
    public const string System = "verified-id";

    private const string KeyHeader = "api-key";
    private const int LongestKey = 200;

    /// <summary>Takes one report.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var key = http.Request.Headers[KeyHeader].ToString();
        if (!proof.IsOffered || key.Length is 0 or > LongestKey)
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (await RawBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            return Results.StatusCode(await proof.ReceiveAsync(body, key, http.RequestAborted) ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
        }
        catch (VendorException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
