using HelpDesk.Orchestrations.Stages.Conversation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Web.Webhooks;

/// <summary>Registers and maps the webhook endpoints.</summary>
public static class WebhookRegistration
{
    /// <summary>Pattern of the addresses; the segment is the id of a ticket system.</summary>
    public const string Pattern = "/api/webhooks/{system}";

    /// <summary>Adds the handler. Needs <c>AddIntake</c>, and the webhooks of the ticket systems from their adapters.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton<PersonLinks>();
        services.TryAddSingleton<WebhookAnswers>();
        services.TryAddSingleton<SenderClocks>();
        services.TryAddSingleton<WebhookReceiver>();
        services.TryAddSingleton<PresentationReceiver>();
        services.TryAddSingleton<ChannelReceiver>();
        services.AddHostedService<WebhookStartReport>();
        return services;
    }

    /// <summary>Maps <c>POST /api/webhooks/{system}</c> for all ticket systems.</summary>
    public static IEndpointRouteBuilder MapWebhooks(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost(Pattern, (HttpContext http, WebhookReceiver receiver) => receiver.ReceiveAsync(http)).DisableAntiforgery();
        return endpoints;
    }
}
