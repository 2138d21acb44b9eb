using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>Settings of channels on which people write, section <c>Channels</c>; validated at start.</summary>
public sealed class ChannelOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Channels";

    /// <summary>Id of the ticket system in which tickets are opened. Default: the only one that is configured, else the first. Setting <c>Channels:TicketSystem</c>.</summary>
    public string? TicketSystem { get; set; }

    /// <summary>How long after the last message a chat without a question is still about the same ticket; 1 minute to 1 day, default 15 minutes. Setting <c>Channels:ContinueWithin</c>.</summary>
    public TimeSpan ContinueWithin { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Most tickets that one sender opens in an hour; 1 to 1000, default 10, so that a loop of two machines ends. Setting <c>Channels:TicketsPerHour</c>.</summary>
    public int TicketsPerHour { get; set; } = 10;

    /// <summary>Most answers to one sender in an hour; 1 to 1000, default 60. Setting <c>Channels:AnswersPerHour</c>.</summary>
    public int AnswersPerHour { get; set; } = 60;
}

/// <summary>Checks <see cref="ChannelOptions"/> at start, all faults in one report.</summary>
internal sealed class ChannelOptionsValidator : IValidateOptions<ChannelOptions>
{
    public ValidateOptionsResult Validate(string? name, ChannelOptions options)
    {
        var faults = new List<string>();
        if (options.ContinueWithin < TimeSpan.FromMinutes(1) || options.ContinueWithin > TimeSpan.FromDays(1))
            faults.Add("Channels:ContinueWithin must be a time from 00:01:00 to 1.00:00:00.");
        if (options.TicketsPerHour is < 1 or > 1_000)
            faults.Add("Channels:TicketsPerHour must be 1 to 1000.");
        if (options.AnswersPerHour is < 1 or > 1_000)
            faults.Add("Channels:AnswersPerHour must be 1 to 1000.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
