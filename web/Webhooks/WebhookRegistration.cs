using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Web.Webhooks;

/// <summary>Registers and maps the webhook endpoints.</summary>
public static class WebhookRegistration
{
    /// <summary>Adds the endpoints' handler and options. Needs <c>AddIntake</c>.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<WebhookOptions>().Bind(settings.GetSection(WebhookOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidator>());
        services.TryAddSingleton<WebhookReceiver>();
        services.AddHostedService<WebhookStartReport>();
        return services;
    }

    /// <summary>Maps <c>POST /api/webhooks/servicenow</c> and <c>POST /api/webhooks/jira</c>.</summary>
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/webhooks/servicenow", (HttpContext http, WebhookReceiver receiver) => receiver.ServiceNowAsync(http)).DisableAntiforgery();
        endpoints.MapPost("/api/webhooks/jira", (HttpContext http, WebhookReceiver receiver) => receiver.JiraAsync(http)).DisableAntiforgery();
        return endpoints;
    }
}
