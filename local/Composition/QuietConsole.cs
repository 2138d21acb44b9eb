using Microsoft.Extensions.Logging.Console;

namespace HelpDesk.Local.Composition;

/// <summary>Logs on the console: one line each, warnings and worse, unless <c>Logging:LogLevel</c> asks for more.</summary>
internal static class QuietConsole
{
    /// <summary>Adds it.</summary>
    public static ILoggingBuilder AddQuietConsole(this ILoggingBuilder logging, IConfiguration settings) => logging
        .SetMinimumLevel(LogLevel.Warning)
        // What keeps the host from starting is told in plain lines by the command itself.
        .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
        // The keys of cookies lie in a folder that only this account reads; it warns of that at each new folder.
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
        .AddConfiguration(settings.GetSection("Logging"))
        .AddSimpleConsole(static console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
}
