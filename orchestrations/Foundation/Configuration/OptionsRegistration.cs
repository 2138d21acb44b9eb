using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Foundation.Configuration;

/// <summary>Registers what the product knows of itself.</summary>
public static class OptionsRegistration
{
    /// <summary>Adds <see cref="HelpDeskOptions"/>, checked at start.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Reads the section <c>HelpDesk</c>.</param>
    public static IServiceCollection AddHelpDeskOptions(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<HelpDeskOptions>().Configure(options => Read(settings.GetSection(HelpDeskOptions.Section), options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<HelpDeskOptions>, HelpDeskOptionsValidator>());
        return services;
    }

    private static void Read(IConfigurationSection section, HelpDeskOptions options)
    {
        if (Uri.TryCreate(section[nameof(HelpDeskOptions.PublicUrl)], UriKind.Absolute, out var url))
            options.PublicUrl = url;
        options.LinkKey = section[nameof(HelpDeskOptions.LinkKey)] ?? options.LinkKey;
        options.HandOverGroup = section[nameof(HelpDeskOptions.HandOverGroup)] ?? options.HandOverGroup;
        options.TechnicianLanguage = section[nameof(HelpDeskOptions.TechnicianLanguage)] ?? options.TechnicianLanguage;
        options.CollectWithin = Span(section[nameof(HelpDeskOptions.CollectWithin)], options.CollectWithin);
        options.PassLifetime = Span(section[nameof(HelpDeskOptions.PassLifetime)], options.PassLifetime);
    }

    // What cannot be read becomes a value that validation refuses by the setting's name.
    private static TimeSpan Span(string? text, TimeSpan otherwise) =>
        text is null ? otherwise : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.Zero;
}
