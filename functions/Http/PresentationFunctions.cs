using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace HelpDesk.Functions.Http;

/// <summary>What the service of Verified IDs reports.</summary>
public sealed class PresentationFunctions(PresentationReceiver receiver)
{
    [Function("verified-id")]
    public Task<IResult> ReceiveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/verified-id")] HttpRequest request) => receiver.ReceiveAsync(request.HttpContext);
}
