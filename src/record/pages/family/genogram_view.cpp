#include "record/pages/family/genogram_view.hpp"

#include <algorithm>
#include <cstdlib>

namespace steadfast::record::pages {
namespace {

using web::Html;
using Point = Genogram::Point;
using Shape = Genogram::Symbol::Shape;
using Looks = Genogram::Line::Looks;

constexpr int half = Genogram::symbol_size / 2;

void write_line(Html& svg, const Genogram::Line& line) {
    svg << "<polyline points=\"";
    for (const Point& point : line.points) svg << point.x << "," << point.y << " ";
    svg << "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"";
    if (line.looks == Looks::broken) svg << " stroke-dasharray=\"7 4\"";
    if (line.looks == Looks::dotted) svg << " stroke-dasharray=\"2 4\"";
    svg << "/>";
}

void write_stroke(Html& svg, const Genogram::Stroke& stroke) {
    for (int i = 0; i < stroke.count; ++i) {
        const int x = stroke.at.x + 6 * i;
        svg << "<line x1=\"" << (x - 4) << "\" y1=\"" << (stroke.at.y + 8) << "\" x2=\"" << (x + 4) << "\" y2=\"" << (stroke.at.y - 8)
            << "\" stroke=\"currentColor\" stroke-width=\"1.5\"/>";
    }
}

/// So many pixels from one point towards another.
Point towards(Point from, Point to, int pixels) {
    const auto step = [pixels](int a, int b) { return a == b ? a : a < b ? a + pixels : a - pixels; };
    return {step(from.x, to.x), step(from.y, to.y)};
}

/// Round corners, so that nobody takes it for a symbol.
void write_home(Html& svg, const Genogram::Outline& home) {
    svg << "<path d=\"";
    for (std::size_t i = 0; i < home.size(); ++i) {
        const Point before = home[(i + home.size() - 1) % home.size()];
        const Point after = home[(i + 1) % home.size()];
        const auto length = [&](Point other) { return std::abs(other.x - home[i].x) + std::abs(other.y - home[i].y); };
        const int radius = std::min({12, length(before) / 2, length(after) / 2});
        const Point in = towards(home[i], before, radius);
        const Point out = towards(home[i], after, radius);
        svg << std::string_view(i == 0 ? "M" : "L") << in.x << " " << in.y << "Q" << home[i].x << " " << home[i].y << " " << out.x << " " << out.y;
    }
    svg << "Z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-dasharray=\"4 6\"/>";
}

/// The outline at so many pixels from the middle.
void write_outline(Html& svg, Shape shape, Point at, int size) {
    constexpr auto drawn = web::Markup("\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>");
    switch (shape) {
        case Shape::square:
            svg << "<rect x=\"" << (at.x - size) << "\" y=\"" << (at.y - size) << "\" width=\"" << 2 * size << "\" height=\"" << 2 * size << drawn;
            break;
        case Shape::circle: svg << "<circle cx=\"" << at.x << "\" cy=\"" << at.y << "\" r=\"" << size << drawn; break;
        case Shape::diamond:
            svg << "<polygon points=\"" << at.x << "," << (at.y - size) << " " << (at.x + size) << "," << at.y << " " << at.x << "," << (at.y + size) << " "
                << (at.x - size) << "," << at.y << drawn;
            break;
        case Shape::triangle:
            svg << "<polygon points=\"" << at.x << "," << (at.y - size) << " " << (at.x + size) << "," << (at.y + size) << " " << (at.x - size) << ","
                << (at.y + size) << drawn;
            break;
    }
}

void write_cross(Html& svg, Point at) {
    for (const int way : {-1, 1})
        svg << "<line x1=\"" << (at.x - half) << "\" y1=\"" << (at.y - way * half) << "\" x2=\"" << (at.x + half) << "\" y2=\"" << (at.y + way * half)
            << "\" stroke=\"currentColor\" stroke-width=\"1\"/>";
}

void write_symbol(Html& svg, const Genogram::Symbol& symbol) {
    write_outline(svg, symbol.shape, symbol.middle, half);
    if (symbol.is_asked_for) write_outline(svg, symbol.shape, symbol.middle, half - 5);
    if (symbol.has_died) write_cross(svg, symbol.middle);
    if (!symbol.age.empty())
        svg << "<text x=\"" << symbol.middle.x << "\" y=\"" << (symbol.middle.y + 5) << "\" font-size=\"15\" text-anchor=\"middle\" fill=\"currentColor\">"
            << symbol.age << "</text>";
    int line = symbol.middle.y + half + 15;
    for (const std::string& words : symbol.label) {
        svg << "<text x=\"" << symbol.middle.x << "\" y=\"" << line << "\" font-size=\"13\" text-anchor=\"middle\" fill=\"currentColor\">" << words << "</text>";
        line += 15;
    }
}

}  // namespace

Html genogram_view(const Genogram& genogram, const std::string& title, const std::string& description) {
    Html svg;
    svg.reserve(2000 + 700 * genogram.symbols.size());
    svg << "<svg role=\"img\" aria-labelledby=\"genogram-title genogram-description\" xmlns=\"http://www.w3.org/2000/svg\" width=\"" << genogram.width
        << "\" height=\"" << genogram.height << "\" viewBox=\"0 0 " << genogram.width << " " << genogram.height
        << "\" font-family=\"inherit\"><title id=\"genogram-title\">" << title << "</title><desc id=\"genogram-description\">" << description << "</desc>";
    for (const auto& home : genogram.homes) write_home(svg, home);
    for (const auto& line : genogram.lines) write_line(svg, line);
    for (const auto& stroke : genogram.strokes) write_stroke(svg, stroke);
    for (const auto& symbol : genogram.symbols) write_symbol(svg, symbol);
    svg << "</svg>";
    return svg;
}

}  // namespace steadfast::record::pages
