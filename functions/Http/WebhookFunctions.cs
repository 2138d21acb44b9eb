using HelpDesk.Functions.Durable;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Http;

/// <summary>The webhooks: signature, inbox row, queue, then the answer. All of it is web's and intake's.</summary>
public sealed class WebhookFunctions(WebhookReceiver receiver, DurableClients clients)
{
    internal const string ServiceNowPath = "/api/webhooks/servicenow";

    internal const string JiraPath = "/api/webhooks/jira";

    [Function("webhook-service-now")]
    public Task<IResult> ServiceNowAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/servicenow")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        return receiver.ServiceNowAsync(request.HttpContext);
    }

    [Function("webhook-jira")]
    public Task<IResult> JiraAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/jira")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        return receiver.JiraAsync(request.HttpContext);
    }
}
