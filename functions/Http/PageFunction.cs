using HelpDesk.Functions.Durable;
using HelpDesk.Web.Routing;
using HelpDesk.Web.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Http;

/// <summary>
/// Answers every page by the route table that both hosts share, and every address that no other function has. The host asks routes in the
/// order of the functions' names and takes the first that fits: so this name must come last.
/// </summary>
public sealed class PageFunction(WebDispatcher pages, DurableClients clients)
{
    // Reached with another method than POST only, which the webhook functions answer.
    private static readonly TemplateMatcher Webhooks = new(TemplateParser.Parse(WebhookRegistration.Pattern), []);

    [Function("website")]
    public Task AnswerAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        clients.Use(client);
        return Webhooks.TryMatch(request.Path, [])
            ? WebPipeline.RefuseAsync(request.HttpContext, HttpMethods.Post)
            : pages.HandleAsync(request.HttpContext);
    }
}
