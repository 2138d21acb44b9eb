using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Acorn;

/// <summary>Registers Acorn as a ticket system: the one line that a host needs.</summary>
public static class AcornRegistration
{
    private static readonly TicketSystemDescriptor Descriptor = new(AcornTicketSystem.Id, "Acorn Tickets", AcornTicketSystem.HasValidIds) { ConnectionSettings = ["Acorn:Url"] };

    private static readonly ProbeAdvice Advice = new(
        "Acorn denies access: check Acorn:Token.", "Acorn does not answer: check Acorn:Url. Tickets wait.", "Acorn has an error of its own. Tickets wait.");

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddAcorn(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<AcornOptions>().Bind(settings.GetSection("Acorn"))
            .Validate(options => options.IsValid(), "Acorn:Url, Acorn:Token and Acorn:WebhookSecret must be an address, a token and at least 16 characters.").ValidateOnStart();
        services.AddHttpClient(AcornTicketSystem.Id);
        services.AddSingleton(Descriptor).AddSingleton<ITicketWebhook, AcornWebhook>().AddSingleton<ITicketSystem, AcornTicketSystem>();
        services.AddSingleton(static provider =>
        {
            var system = provider.GetServices<ITicketSystem>().Single(system => system.Name == AcornTicketSystem.Id);
            return new DependencyProbe(AcornTicketSystem.Id, IsRequired: false, Advice, cancellation => system.ReadAsync("00000000", cancellation));
        });
        return services;
    }
}
