using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Registers what becomes of messages of channels.</summary>
public static class ChannelFlowRegistration
{
    /// <summary>Adds it. Needs the flow of a ticket and intake from elsewhere.</summary>
    public static IServiceCollection AddChannelFlow(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ChannelOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ChannelOptions>, ChannelOptionsValidator>());
        services.TryAddSingleton<IArrivals, UnheardArrivals>();
        services.TryAddSingleton<ChannelIntake>();
        services.TryAddSingleton<RefusedMessages>();
        services.TryAddSingleton<ChannelSenders>();
        services.TryAddSingleton<ChannelCases>();
        services.TryAddSingleton<ChannelHearing>();
        services.TryAddSingleton<ChannelRemarks>();
        services.TryAddSingleton<ChannelAdditions>();
        services.TryAddSingleton<ChannelOpener>();
        services.TryAddSingleton<AccountLinks>();
        services.TryAddSingleton<ReplyLinks>();
        services.TryAddSingleton<ChannelReplies>();
        services.TryAddSingleton<ChannelPresses>();
        services.TryAddSingleton<PressedButtons>();
        services.TryAddSingleton<OpeningLimits>();
        services.TryAddSingleton<SenderLimits>();
        return services.AddWorkflow(ChannelMessageWorkflow.Reference).AddActivity(TakeInChannelMessage.Reference)
            .AddWorkflow(FetchChannelWorkflow.Reference).AddActivity(FetchChannel.Reference);
    }

    // A text that is not of its kind becomes zero, which the validator names as out of range.
    private static void Read(IConfiguration settings, ChannelOptions options)
    {
        options.TicketSystem = settings[$"{ChannelOptions.Section}:TicketSystem"] is { Length: > 0 } system ? system : null;
        if (settings[$"{ChannelOptions.Section}:ContinueWithin"] is { Length: > 0 } within)
            options.ContinueWithin = TimeSpan.TryParse(within, CultureInfo.InvariantCulture, out var time) ? time : TimeSpan.Zero;
        options.TicketsPerHour = Number(settings[$"{ChannelOptions.Section}:TicketsPerHour"], options.TicketsPerHour);
        options.AnswersPerHour = Number(settings[$"{ChannelOptions.Section}:AnswersPerHour"], options.AnswersPerHour);
    }

    private static int Number(string? text, int otherwise) =>
        text is not { Length: > 0 } ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
