using HelpDesk.Functions.Durable;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Http;

/// <summary>The webhooks of all ticket systems: signature, inbox row, queue, then the answer. All of it is web's and intake's.</summary>
public sealed class WebhookFunctions(WebhookReceiver receiver, DurableClients clients)
{
    [Function("webhook")]
    public Task<IResult> ReceiveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/{system}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        return receiver.ReceiveAsync(request.HttpContext);
    }
}
