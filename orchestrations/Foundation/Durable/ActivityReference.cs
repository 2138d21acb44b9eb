namespace HelpDesk.Orchestrations.Foundation.Durable;

/// <summary>An activity by name, as engines see it: JSON in, JSON out.</summary>
/// <param name="Name">Stable, kebab-case; it is in histories.</param>
/// <param name="ActivityType">The class that does it.</param>
public abstract record ActivityReference(string Name, Type ActivityType)
{
    /// <summary>Builds the activity from <paramref name="services"/>, runs it and gives its result as JSON.</summary>
    public abstract Task<string> RunAsync(IServiceProvider services, ActivityContext context, string inputJson);
}
